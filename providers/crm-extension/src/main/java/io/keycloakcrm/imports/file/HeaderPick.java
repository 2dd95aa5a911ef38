package io.keycloakcrm.imports.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Picks the header among the first records of a file: the one with the most known headings, else the first of the usual
 * width.
 *
 * @param hint knows headings
 * @param orWider whether the header may be wider than usual
 */
record HeaderPick(HeaderHint hint, boolean orWider) {

    /** Every record of a text is as wide as its header. */
    static HeaderPick ofText(HeaderHint hint) {
        return new HeaderPick(hint, false);
    }

    /** A row of a sheet ends with its last value, so that rows are often less wide than their header. */
    static HeaderPick ofSheet(HeaderHint hint) {
        return new HeaderPick(hint, true);
    }

    /** The header; null if no record can be one. */
    @Nullable
    Picked from(List<RawRecord> records) {
        RawRecord header = null;
        int known = 0;
        for (RawRecord candidate : records) {
            // A damaged header is still the header: the row below it must not be taken for one.
            int count = knownHeadings(candidate);
            if (count > known) {
                header = candidate;
                known = count;
            }
        }
        if (header == null) {
            header = firstOfUsualWidth(records);
        }
        return header == null ? null : new Picked(header, known);
    }

    /** How many headings of the record are known; 0 if so few that it may be a row or a note. */
    private int knownHeadings(RawRecord candidate) {
        List<String> headings = nonBlank(candidate).toList();
        int known = (int) headings.stream().filter(hint::knows).count();
        return known > 1 || known * 2 >= headings.size() ? known : 0;
    }

    private @Nullable RawRecord firstOfUsualWidth(List<RawRecord> records) {
        Map<Integer, Integer> cellsByWidth = new HashMap<>();
        for (RawRecord found : records) {
            if (found.fault() == null) {
                cellsByWidth.merge(found.cells().size(), found.cells().size(), Integer::sum);
            }
        }
        // Counted in cells: a handful of notes in one cell each weigh less than a header and a row.
        int usual = cellsByWidth.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        return records.stream()
                .filter(found -> found.cells().size() == usual
                        || (orWider && found.cells().size() > usual))
                .filter(found -> nonBlank(found).count() * 2 >= usual)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> nonBlank(RawRecord found) {
        return found.cells().stream().filter(cell -> !cell.isBlank());
    }

    /**
     * A header.
     *
     * @param known headings the hint knows
     */
    record Picked(RawRecord record, int known) {}
}
