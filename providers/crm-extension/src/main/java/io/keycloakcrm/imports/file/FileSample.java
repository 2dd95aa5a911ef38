package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The first lines of a file: enough to find delimiter and header.
 *
 * @param lines physical lines
 */
record FileSample(List<Line> lines) {

    private static final int MAX_LINES = 200;

    FileSample {
        lines = List.copyOf(lines);
    }

    static FileSample of(FileSource source, String charset) throws IOException {
        List<Line> lines = new ArrayList<>();
        long characters = 0;
        try (LineReader reader = new LineReader(DecodedText.of(source, charset))) {
            Line line = reader.next();
            // Blank lines at the top do not count: a file of nothing else is read to its end to know that it is empty.
            while (line != null && lines.size() < MAX_LINES && characters < LineReader.MAX_CHARACTERS) {
                if (!isBlank(line.text())) {
                    lines.add(line);
                    characters += line.text().length();
                }
                line = reader.next();
            }
        }
        return new FileSample(lines);
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || HeaderFinder.DELIMITERS.contains((char) c));
    }

    boolean isBlank() {
        return lines.isEmpty();
    }

    List<RawRecord> records(char delimiter) throws IOException {
        Iterator<Line> remaining = lines.iterator();
        RecordReader reader = new RecordReader(() -> remaining.hasNext() ? remaining.next() : null, delimiter);
        List<RawRecord> records = new ArrayList<>();
        for (RawRecord found = reader.next(0); found != null; found = reader.next(0)) {
            records.add(found);
        }
        return records;
    }
}
