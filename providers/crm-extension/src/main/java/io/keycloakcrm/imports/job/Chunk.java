package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chunk holds when it is written.
 *
 * @param number counts from 0 within the phase
 * @param firstRow lowest data row in it
 * @param lastRow highest data row in it
 * @param rowCount rows in it; 0 for the chunk that prepares
 * @param payload the rows as gzip of JSON; null for the chunk that prepares
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; lives between preparation and insert
record Chunk(Phase phase, int number, long firstRow, long lastRow, int rowCount, byte @Nullable [] payload) {

    private static final TypeReference<List<PreparedRow>> ROWS = new TypeReference<>() {};

    static Chunk prepare() {
        return new Chunk(Phase.PREPARE, 0, 0, 0, 0, null);
    }

    static Chunk absentees() {
        return new Chunk(Phase.ABSENTEES, 0, 0, 0, 0, null);
    }

    static Chunk of(Phase phase, int number, List<PreparedRow> rows) {
        return new Chunk(
                phase, number, rows.get(0).row(), rows.get(rows.size() - 1).row(), rows.size(), Json.zipped(rows));
    }

    static List<PreparedRow> rows(byte[] payload) {
        return Json.unzipped(payload, ROWS);
    }
}
