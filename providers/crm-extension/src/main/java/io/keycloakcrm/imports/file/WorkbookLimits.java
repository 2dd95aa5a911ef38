package io.keycloakcrm.imports.file;

/**
 * What a workbook (XLSX) may ask of the server; past any of these the file is refused as too large. None of them is
 * about memory in the number of rows: those are read one at a time. They bound the work that a small upload can cause.
 *
 * @param maxEntries files in the archive, whether they are needed or not
 * @param maxPartBytes bytes of one part once it is unpacked; 32 MiB hold about 70,000 rows of ten columns
 * @param maxBytes bytes of all parts that are read once they are unpacked
 * @param maxSharedStrings different texts of the workbook, which are held in memory while its rows are read
 */
public record WorkbookLimits(int maxEntries, long maxPartBytes, long maxBytes, int maxSharedStrings) {

    public static WorkbookLimits defaults() {
        return new WorkbookLimits(1_000, 32L << 20, 64L << 20, 200_000);
    }
}
