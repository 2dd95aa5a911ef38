package io.keycloakcrm.claims;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How many bytes a value takes as compact JSON in UTF-8, without writing it: a claim may be megabytes before it is fitted. */
final class JsonBytes {

    /** A list of departments that many grants share is measured once. */
    private final IdentityHashMap<List<?>, Integer> lists = new IdentityHashMap<>();

    int of(Object value) {
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof List<?> list) {
            Integer known = lists.get(list);
            if (known != null) {
                return known;
            }
            int bytes = 2
                    + Math.max(0, list.size() - 1)
                    + list.stream().mapToInt(this::of).sum();
            lists.put(list, bytes);
            return bytes;
        }
        if (value instanceof Map<?, ?> map) {
            int bytes = 2 + Math.max(0, map.size() - 1) + map.size();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                bytes += ofText((String) entry.getKey()) + of(entry.getValue());
            }
            return bytes;
        }
        return String.valueOf(value).length();
    }

    private static int ofText(String text) {
        return 2 + text.codePoints().map(JsonBytes::ofCodePoint).sum();
    }

    private static int ofCodePoint(int c) {
        if (c < 0x20) {
            // \b \t \n \f \r have short forms, the others are written as \ u and four digits.
            return c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 2 : 6;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        if (c < 0x10000) {
            return c < 0x800 ? 2 : 3;
        }
        // Rare characters of names among them. Jackson writes two escapes where four bytes would do.
        return 12;
    }
}
