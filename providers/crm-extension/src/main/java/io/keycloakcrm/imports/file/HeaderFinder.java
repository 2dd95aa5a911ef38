package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds delimiter and header of a sample together: each is only right if the other is. */
final class HeaderFinder {

    static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Spreadsheets write and understand such a first line; it is no row. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?[,;\\t|]*", Pattern.CASE_INSENSITIVE);

    private static final Comparator<Found> BY_EVIDENCE = Comparator.comparingInt(Found::knownHeadings)
            .thenComparing(found -> found.header().size() > 1)
            .thenComparingDouble(Found::agreement)
            .thenComparingInt(found -> found.header().size());

    private final FileSample sample;
    private final HeaderPick pick;
    private final @Nullable Character namedDelimiter;
    private final long separatorLine;

    HeaderFinder(FileSample sample, HeaderHint hint) {
        this.sample = sample;
        // A cell with another delimiter in it may be a whole header read with the wrong one.
        this.pick = HeaderPick.ofText(heading -> !holdsDelimiter(heading) && hint.knows(heading));
        Line first = sample.lines().get(0);
        Matcher separator = SEPARATOR_LINE.matcher(first.text());
        boolean named = separator.matches();
        this.namedDelimiter = named ? Character.valueOf(separator.group(1).charAt(0)) : null;
        this.separatorLine = named ? first.number() : 0;
    }

    /** The best header for any delimiter; null if no line can be one. */
    @Nullable
    Found find() throws IOException {
        if (namedDelimiter != null && DELIMITERS.contains(namedDelimiter)) {
            return find(namedDelimiter);
        }
        Found best = null;
        for (char delimiter : DELIMITERS) {
            Found found = find(delimiter);
            if (found != null
                    && !found.isWholeLineOfCells()
                    && (best == null || BY_EVIDENCE.compare(found, best) > 0)) {
                best = found;
            }
        }
        return best;
    }

    /** The best header for this delimiter; null if no line can be one. */
    @Nullable
    Found find(char delimiter) throws IOException {
        List<RawRecord> records = sample.records(delimiter).stream()
                .filter(found -> found.line() != separatorLine)
                .toList();
        HeaderPick.Picked picked = pick.from(records);
        return picked == null
                ? null
                : new Found(delimiter, picked.record(), picked.known(), agreement(records, picked.record()));
    }

    private static boolean holdsDelimiter(String heading) {
        return DELIMITERS.stream().anyMatch(delimiter -> heading.indexOf(delimiter) >= 0);
    }

    private static double agreement(List<RawRecord> records, RawRecord header) {
        long agreeing = records.stream()
                .filter(found -> found.fault() == null
                        && found.cells().size() == header.cells().size())
                .count();
        return (double) agreeing / records.size();
    }

    /**
     * A header and what speaks for it.
     *
     * @param knownHeadings headings the hint knows
     * @param agreement share of the records that have as many cells
     */
    record Found(char delimiter, RawRecord record, int knownHeadings, double agreement) {

        long line() {
            return record.line();
        }

        boolean isWholeLineOfCells() {
            return header().size() == 1 && holdsDelimiter(header().get(0));
        }

        List<String> header() {
            return record.cells();
        }
    }
}
