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

    private final RecordSource records;
    private final CellCheck check;
    private final boolean guarded;
    private final long maxRows;
    private final List<String> header;
    private long row;

    private StaffFileReader(RecordSource records, Dialect dialect, FileLimits limits) throws FileRefused, IOException {
        this.records = records;
        this.check = new CellCheck(limits);
        this.guarded = dialect.guarded();
        this.maxRows = limits.maxRows();
        RawRecord found = headerRecord(dialect.headerLine());
        if (found.fault() != null) {
            throw new FileRefused("crm.import.header-damaged", String.valueOf(found.line()));
        }
        if (found.cells().size() > limits.maxColumns()) {
            throw new FileRefused("crm.import.too-many-columns", String.valueOf(limits.maxColumns()));
        }
        this.header = found.cells().stream().map(this::exact).toList();
    }

    private RawRecord headerRecord(int line) throws FileRefused, IOException {
        RawRecord found = records.next(0);
        while (found != null && found.line() < line) {
            found = records.next(0);
        }
        if (found == null || found.line() != line) {
            throw new FileRefused("crm.import.header-missing");
        }
        return found;
    }

    /**
     * Opens a file and reads its header. A workbook is copied to a file of its own, which nobody else can read and
     * which is gone when the reader is closed, or when the server dies.
     *
     * @throws FileRefused if the header is not where the dialect says, is damaged or has too many columns, or if a
     *     workbook is damaged or too large
     */
    public static StaffFileReader open(FileSource source, Dialect dialect, FileLimits limits)
            throws FileRefused, IOException {
        RecordSource records =
                dialect.meansWorkbook() ? WorkbookRecords.open(source, limits) : TextRecords.open(source, dialect);
        boolean opened = false;
        try {
            StaffFileReader reader = new StaffFileReader(records, dialect, limits);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                records.close();
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
     * @throws FileRefused if the file holds more rows than the limits allow, or if a workbook turns out to be damaged
     */
    public @Nullable FileRow next() throws FileRefused, IOException {
        RawRecord found = records.next(header.size());
        if (found == null) {
            return null;
        }
        if (++row > maxRows) {
            throw new FileRefused("crm.import.too-many-rows", String.valueOf(maxRows));
        }
        List<RowFault> faults = new ArrayList<>(found.cellFaults());
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
        records.close();
    }
}
