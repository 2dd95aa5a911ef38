package io.keycloakcrm.imports.file;

import java.util.List;

/**
 * One data row as it stands in the file.
 *
 * @param row number of the data row, from 1 at the first row below the header; blank lines are not counted
 * @param line line of the file in which the row begins, or its row in the sheet, from 1
 * @param cells the cells as written, not trimmed, a formula by its last result; as many as the header has unless a fault
 *     says otherwise
 * @param faults what is wrong with the row; a fault without a column spoils the whole row, one with a column only
 *     matters where that column is mapped
 */
public record FileRow(long row, long line, List<String> cells, List<RowFault> faults) {

    public FileRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
    }
}
