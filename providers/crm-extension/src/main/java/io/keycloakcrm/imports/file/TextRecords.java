package io.keycloakcrm.imports.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a text file from its header on. */
final class TextRecords implements RecordSource {

    private final LineReader lines;
    private final RecordReader records;

    private TextRecords(LineReader lines, char delimiter) {
        this.lines = lines;
        this.records = new RecordReader(lines, delimiter);
    }

    static TextRecords open(FileSource source, Dialect dialect) throws IOException {
        LineReader lines = new LineReader(DecodedText.of(source, dialect.charset()));
        boolean opened = false;
        try {
            for (int line = 1; line < dialect.headerLine(); line++) {
                lines.next();
            }
            opened = true;
            return new TextRecords(lines, dialect.delimiter());
        } finally {
            if (!opened) {
                lines.close();
            }
        }
    }

    @Override
    public @Nullable RawRecord next(int width) throws IOException {
        return records.next(width);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
