package io.keycloakcrm.imports.file;

/**
 * How the bytes of a file become rows; decided once at analysis and stored with the job.
 *
 * @param charset Java's canonical name: {@code UTF-8}, {@code UTF-16LE}, {@code GB18030}, {@code Big5}, {@code
 *     windows-1252}, …; {@link #XLSX} for a workbook, which has no charset
 * @param delimiter comma, semicolon, tab or vertical bar; a comma that means nothing for a workbook
 * @param headerLine line of the header in the file, or row of the header in the sheet, from 1; what is above it are
 *     notes
 * @param guarded the file carries our {@code crm_result} column: one leading apostrophe of each cell is our formula
 *     guard and is taken off again
 */
public record Dialect(String charset, char delimiter, int headerLine, boolean guarded) {

    /** Stands for the charset where the file is a workbook (Office Open XML); no charset has this name. */
    public static final String XLSX = "XLSX";

    static Dialect ofWorkbook(int headerRow, boolean guarded) {
        return new Dialect(XLSX, ',', headerRow, guarded);
    }

    /** Whether the file is a workbook; named so that it is no property of the stored document. */
    boolean meansWorkbook() {
        return charset.equals(XLSX);
    }
}
