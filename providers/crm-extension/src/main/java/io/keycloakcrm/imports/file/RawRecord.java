package io.keycloakcrm.imports.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record before its cells are looked at.
 *
 * @param line physical line in which it begins, or row of the sheet, from 1
 * @param cells as far as they could be told apart
 * @param fault why they may be told apart wrongly; null if they are certain
 * @param cellFaults what the file itself says against single cells, as that they are formulas
 */
record RawRecord(long line, List<String> cells, @Nullable RowFault fault, List<RowFault> cellFaults) {

    RawRecord(long line, List<String> cells, @Nullable RowFault fault) {
        this(line, cells, fault, List.of());
    }
}
