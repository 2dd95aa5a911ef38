package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts decoded text into physical lines, holding no more than one of them. */
final class LineReader implements LineSource, Closeable {

    /** No line of staff is this long; a file without line ends must not fill the memory. */
    static final int MAX_CHARACTERS = 1 << 18;

    private final DecodedText text;
    private final char[] buffer = new char[8192];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int length;
    private long number;

    LineReader(DecodedText text) {
        this.text = text;
    }

    @Override
    public @Nullable Line next() throws IOException {
        line.setLength(0);
        boolean cut = false;
        while (hasMore()) {
            int end = endOfRun();
            int wanted = end - position;
            int kept = Math.min(wanted, MAX_CHARACTERS - line.length());
            line.append(buffer, position, kept);
            cut |= kept < wanted;
            position = end;
            if (position < length) {
                return new Line(++number, line.toString(), lineEnd(), cut);
            }
        }
        return line.isEmpty() ? null : new Line(++number, line.toString(), "", cut);
    }

    private int endOfRun() {
        int end = position;
        while (end < length && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private String lineEnd() throws IOException {
        if (buffer[position++] == '\n') {
            return "\n";
        }
        if (hasMore() && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return "\r";
    }

    private boolean hasMore() throws IOException {
        if (position == length) {
            position = 0;
            length = Math.max(text.read(buffer), 0);
        }
        return position < length;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
