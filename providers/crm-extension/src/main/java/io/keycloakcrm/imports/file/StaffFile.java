package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An uploaded staff file whose dialect is still to be found out. */
public final class StaffFile {

    /** The column our result files carry; a file that has it was written by {@link ResultsWriter}. */
    public static final String RESULT_COLUMN = "crm_result";

    private StaffFile() {}

    /** Finds kind of file, charset, delimiter and header, with no choice made by a person. */
    public static FileAnalysis analyse(FileSource source, FileLimits limits, HeaderHint hint)
            throws FileRefused, IOException {
        return analyse(source, limits, hint, null, null);
    }

    /**
     * Finds what a person has not settled. Reads the whole file when the charset is open, else its beginning only. A
     * workbook (XLSX) is known by its content, whatever its name; it has neither charset nor delimiter, so that a choice
     * of these is passed over.
     *
     * @param charset name of the charset a person chose; null to find it
     * @param delimiter delimiter a person chose; null to find it
     * @throws FileRefused if the file is empty, neither text nor a sound workbook, without a sound header or rows, or has
     *     too many columns, or if the choice is none we know
     */
    public static FileAnalysis analyse(
            FileSource source,
            FileLimits limits,
            HeaderHint hint,
            @Nullable String charset,
            @Nullable Character delimiter)
            throws FileRefused, IOException {
        FileKind kind = FileKind.of(source);
        if (kind == FileKind.COMPOUND) {
            throw CompoundFile.refusal(source);
        }
        return analysed(
                source,
                limits,
                kind == FileKind.ZIP
                        ? WorkbookRecords.dialect(source, limits, hint)
                        : textDialect(source, hint, charset, delimiter));
    }

    private static FileAnalysis analysed(FileSource source, FileLimits limits, Dialect dialect)
            throws FileRefused, IOException {
        try (StaffFileReader reader = StaffFileReader.open(source, dialect, limits)) {
            if (reader.next() == null) {
                throw new FileRefused("crm.import.no-rows");
            }
            return new FileAnalysis(dialect, reader.header());
        }
    }

    private static Dialect textDialect(
            FileSource source, HeaderHint hint, @Nullable String charset, @Nullable Character delimiter)
            throws FileRefused, IOException {
        ByteTally bytes = charset == null ? ByteTally.ofAll(source) : ByteTally.ofBeginning(source);
        if (bytes.size() == 0) {
            throw new FileRefused("crm.import.file-empty");
        }
        if (bytes.looksBinary()) {
            throw new FileRefused("crm.import.not-text");
        }
        String settled = charset == null ? CharsetFinder.find(source, bytes) : TextCharset.canonicalName(charset);
        return dialect(source, settled, hint, delimiter);
    }

    private static Dialect dialect(FileSource source, String charset, HeaderHint hint, @Nullable Character delimiter)
            throws FileRefused, IOException {
        FileSample sample = FileSample.of(source, charset);
        if (sample.isBlank()) {
            throw new FileRefused("crm.import.file-empty");
        }
        if (delimiter != null && !HeaderFinder.DELIMITERS.contains(delimiter)) {
            throw new FileRefused("crm.import.delimiter-unknown", delimiter.toString());
        }
        HeaderFinder finder = new HeaderFinder(sample, hint);
        HeaderFinder.Found found = delimiter == null ? finder.find() : finder.find(delimiter);
        if (found == null) {
            throw new FileRefused("crm.import.header-missing");
        }
        List<String> header = found.header();
        return new Dialect(charset, found.delimiter(), Math.toIntExact(found.line()), isGuarded(header));
    }

    static boolean isGuarded(List<String> header) {
        return header.stream().anyMatch(cell -> cell.strip().equals(RESULT_COLUMN));
    }
}
