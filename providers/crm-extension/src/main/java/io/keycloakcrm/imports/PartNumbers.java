package io.keycloakcrm.imports;

import java.util.ArrayList;
import java.util.List;

/** Numbers of parts as a person reads them: {@code 0, 3–7, 9}. */
final class PartNumbers {

    /** Enough to see what is wrong; all of them are in the answer to a GET of the import. */
    private static final int MAX_RANGES = 20;

    private PartNumbers() {}

    static String text(List<Integer> ascending) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ascending.size(); i++) {
            if (i == ascending.size() || ascending.get(i) != ascending.get(i - 1) + 1) {
                int first = ascending.get(from);
                int last = ascending.get(i - 1);
                ranges.add(first == last ? String.valueOf(first) : first + "–" + last);
                from = i;
            }
        }
        return ranges.size() <= MAX_RANGES
                ? String.join(", ", ranges)
                : String.join(", ", ranges.subList(0, MAX_RANGES)) + ", …";
    }
}
