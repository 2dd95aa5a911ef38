package io.keycloakcrm.imports.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.keycloakcrm.imports.file.FileRow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The sample files, read with the charset and header row they are known to have. */
enum SampleFile {
    WECOM("wecom-gb18030.csv", "GB18030", ',', 2),
    DINGTALK("dingtalk-utf8-bom.csv", "UTF-8", ',', 0),
    FEISHU("feishu-utf8.csv", "UTF-8", ',', 0),
    EXCEL("excel-unicode-text.txt", "UTF-16", '\t', 0),
    GOOGLE("google-workspace.csv", "UTF-8", ',', 0),
    ENTRA("entra-bulk-create.csv", "UTF-8", ',', 1),
    OKTA("okta-semicolon-latin.csv", "windows-1252", ';', 0);

    private final String file;
    private final String charset;
    private final char delimiter;
    private final int notes;

    SampleFile(String file, String charset, char delimiter, int notes) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
        this.notes = notes;
    }

    List<String> header() {
        return records().get(0);
    }

    List<FileRow> rows() {
        List<List<String>> records = records();
        return IntStream.range(1, records.size())
                .mapToObj(i -> new FileRow(i, i + 1L, records.get(i), List.of()))
                .toList();
    }

    Mapping mapping() {
        var analysis = new MappingAnalysis(header(), Map.of());
        rows().forEach(analysis::accept);
        return analysis.finish();
    }

    private List<List<String>> records() {
        var stream = Objects.requireNonNull(getClass().getResourceAsStream("/samples/" + file));
        try (var reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(stream, Charset.forName(charset)))) {
            return reader.stream()
                    .skip(notes)
                    .map(CsvRecord::getFields)
                    .map(fields -> fields.stream()
                            .map(field -> field.replace("\ufeff", ""))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
