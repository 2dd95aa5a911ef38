package io.keycloakcrm.imports.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes results and templates as CSV that spreadsheets open as it is meant: UTF-8 with byte order mark, CRLF, every
 * cell quoted, formulas guarded. {@link StaffFileReader} gives the same cells back where the header holds {@link
 * StaffFile#RESULT_COLUMN}.
 */
public final class ResultsWriter implements Closeable {

    private final CsvWriter csv;
    private final Set<Integer> phoneColumns;

    /**
     * Begins a file on {@code out}, which {@link #close} closes.
     *
     * @param phoneColumns indexes, from 0, of columns whose cells may begin with {@code +} if they hold a phone number
     */
    public ResultsWriter(OutputStream out, Set<Integer> phoneColumns) throws IOException {
        this.phoneColumns = Set.copyOf(phoneColumns);
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    /** Writes the header or a row. */
    public void write(List<String> cells) throws IOException {
        List<String> guarded = new ArrayList<>(cells.size());
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            guarded.add(phoneColumns.contains(column) ? FormulaGuard.guardPhone(cell) : FormulaGuard.guard(cell));
        }
        try {
            csv.writeRecord(guarded);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
