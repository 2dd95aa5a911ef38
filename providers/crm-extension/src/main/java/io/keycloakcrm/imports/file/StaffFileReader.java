package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file whose dialect is known, one at a time and in constant memory. Cells are exact: never
 * trimmed, never guessed. Not safe for use by several threads.
 */
public final class StaffFileReader implements Closeable {

    private final LineReader lines;
    private final RecordReader records;
    private final CellCheck check;
    private final boolean guarded;
    private final long maxRows;
    private final List<String> header;
    private long row;

    private StaffFileReader(LineReader lines, Dialect dialect, FileLimits limits) throws FileRefused, IOException {
        this.lines = lines;
        this.records = new RecordReader(lines, dialect.delimiter());
        this.check = new CellCheck(limits);
        this.guarded = dialect.guarded();
        this.maxRows = limits.maxRows();
        for (int line = 1; line < dialect.headerLine(); line++) {
            lines.next();
        }
        RawRecord found = records.next(0);
        if (found == null || found.line() != dialect.headerLine()) {
            throw new FileRefused("crm.import.header-missing");
        }
        if (found.fault() != null) {
            throw new FileRefused("crm.import.header-damaged", String.valueOf(found.line()));
        }
        if (found.cells().size() > limits.maxColumns()) {
            throw new FileRefused("crm.import.too-many-columns", String.valueOf(limits.maxColumns()));
        }
        this.header = found.cells().stream().map(this::exact).toList();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws FileRefused if the header is not where the dialect says, is damaged or has too many columns
     */
    public static StaffFileReader open(FileSource source, Dialect dialect, FileLimits limits)
            throws FileRefused, IOException {
        LineReader lines = new LineReader(DecodedText.of(source, dialect.charset()));
        boolean opened = false;
        try {
            StaffFileReader reader = new StaffFileReader(lines, dialect, limits);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                lines.close();
            }
        }
    }

    /** The cells of the header as written, not trimmed. */
    public List<String> header() {
        return header;
    }

    /**
     * The next row that is not blank; null at the end of the file.
     *
     * @throws FileRefused if the file holds more rows than the limits allow
     */
    public @Nullable FileRow next() throws FileRefused, IOException {
        RawRecord found = records.next(header.size());
        if (found == null) {
            return null;
        }
        if (++row > maxRows) {
            throw new FileRefused("crm.import.too-many-rows", String.valueOf(maxRows));
        }
        List<RowFault> faults = new ArrayList<>();
        if (found.fault() != null) {
            faults.add(found.fault());
        } else if (found.cells().size() != header.size()) {
            faults.add(RowFault.ofRow(
                    "crm.import.row-ragged", String.valueOf(found.cells().size()), String.valueOf(header.size())));
        }
        List<String> cells = new ArrayList<>(found.cells().size());
        for (String cell : found.cells()) {
            check.check(cells.size(), guarded ? FormulaGuard.unguard(cell) : cell, faults);
            cells.add(exact(cell));
        }
        return new FileRow(row, found.line(), cells, faults);
    }

    private String exact(String cell) {
        return Undecodable.replaced(guarded ? FormulaGuard.unguard(cell) : cell);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
