package io.keycloakcrm.imports.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the text of one record into cells. Quotes are doubled to stand in a quoted cell; a backslash is a letter. */
final class RecordParser {

    private final CsvReader.CsvReaderBuilder rules;
    private final Pattern delimiter;

    RecordParser(char delimiter) {
        this.rules = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
        this.delimiter = Pattern.compile(String.valueOf(delimiter), Pattern.LITERAL);
    }

    RawRecord parse(long line, String text) throws IOException {
        Cells cells = new Cells();
        try (CsvReader<Cells> reader = rules.build(cells, text)) {
            return reader.iterator().next().asRecord(line);
        } catch (CsvParseException e) {
            // The one thing the rules refuse in a record whose quotes are all closed: text after a closing quote.
            return faulty(line, text, strayQuote(cells.values.size()));
        }
    }

    /** A record whose cells cannot be told apart for certain: pieces of the text as it stands, quotes included. */
    RawRecord faulty(long line, String text, RowFault fault) {
        return new RawRecord(line, List.of(delimiter.split(text, -1)), fault);
    }

    private static RowFault strayQuote(int column) {
        return RowFault.ofRow("crm.import.stray-quote", String.valueOf(column + 1));
    }

    private static final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {

        private final List<String> values = new ArrayList<>();
        private int firstStrayQuote = -1;

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            String value = new String(buffer, offset, length);
            if (!quoted && firstStrayQuote < 0 && value.indexOf('"') >= 0) {
                firstStrayQuote = index;
            }
            values.add(value);
        }

        private RawRecord asRecord(long line) {
            return new RawRecord(line, values, firstStrayQuote < 0 ? null : strayQuote(firstStrayQuote));
        }

        @Override
        protected Cells buildRecord() {
            return this;
        }
    }
}
