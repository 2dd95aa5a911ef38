package io.keycloakcrm.imports.file;

/**
 * What a file may ask of the server; past any of these it is refused or the row is at fault.
 *
 * @param maxColumns columns of the header; more refuse the file
 * @param maxCellCharacters characters of one cell; more are a fault of the row
 * @param maxRows data rows; more refuse the file
 * @param workbook what only matters to a workbook
 */
public record FileLimits(int maxColumns, int maxCellCharacters, long maxRows, WorkbookLimits workbook) {

    public FileLimits(int maxColumns, int maxCellCharacters, long maxRows) {
        this(maxColumns, maxCellCharacters, maxRows, WorkbookLimits.defaults());
    }

    public static FileLimits defaults() {
        return new FileLimits(256, 4096, 1_000_000);
    }
}
