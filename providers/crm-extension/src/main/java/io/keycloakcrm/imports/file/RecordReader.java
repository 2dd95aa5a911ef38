package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins physical lines into records. A quote that nobody closed must not swallow the rows below it: where joining lines
 * gives no sound record, the first line alone is at fault and reading resumes at the second.
 */
final class RecordReader {

    private static final int MAX_LINES = 20;

    private final LineSource lines;
    private final char delimiter;
    private final RecordParser parser;
    private final Deque<Line> ahead = new ArrayDeque<>();

    RecordReader(LineSource lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.parser = new RecordParser(delimiter);
    }

    /**
     * The next record that is not blank; null at the end.
     *
     * @param width number of cells a record over several lines must have; 0 if that is not known yet
     */
    @Nullable
    RawRecord next(int width) throws IOException {
        Line first = nextLine();
        while (first != null && isBlank(first.text())) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        if (first.cut()) {
            return parser.faulty(
                    first.number(),
                    first.text(),
                    RowFault.ofRow("crm.import.row-too-long", String.valueOf(LineReader.MAX_CHARACTERS)));
        }
        return read(first, width);
    }

    private RawRecord read(Line first, int width) throws IOException {
        QuoteState quotes = new QuoteState(delimiter);
        if (first.text().indexOf('"') < 0 || !quotes.isOpenAfter(first.text())) {
            return parser.parse(first.number(), first.text());
        }
        List<Line> rest = new ArrayList<>();
        String text = join(first, rest, quotes);
        RawRecord joined = text == null ? null : parser.parse(first.number(), text);
        if (joined != null
                && joined.fault() == null
                && (width == 0 || joined.cells().size() == width)) {
            return joined;
        }
        for (int i = rest.size() - 1; i >= 0; i--) {
            ahead.addFirst(rest.get(i));
        }
        return parser.faulty(first.number(), first.text(), RowFault.ofRow("crm.import.unclosed-quote"));
    }

    /** The text of a record over several lines, which are collected in {@code rest}; null if its quote stays open. */
    private @Nullable String join(Line first, List<Line> rest, QuoteState quotes) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        String end = first.end();
        while (rest.size() + 1 < MAX_LINES && text.length() < LineReader.MAX_CHARACTERS) {
            Line line = nextLine();
            if (line == null) {
                return null;
            }
            rest.add(line);
            if (line.cut()) {
                return null;
            }
            text.append(end).append(line.text());
            if (!quotes.isOpenAfter(line.text())) {
                return text.toString();
            }
            end = line.end();
        }
        return null;
    }

    private @Nullable Line nextLine() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    /** Spreadsheets leave rows of nothing but delimiters below the last one. */
    private boolean isBlank(String text) {
        return text.chars().allMatch(c -> c == delimiter || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
