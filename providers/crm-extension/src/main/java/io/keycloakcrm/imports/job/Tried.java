package io.keycloakcrm.imports.job;

/**
 * How far a chunk is that is worked row by row: the row begun last and how often. Rows before it are settled.
 *
 * @param row number of the row; 0 if none was begun
 * @param times how often it was begun, in all claims of the chunk together
 */
record Tried(long row, int times) {

    /** A row that failed, or took its node with it, this often is an error and is passed over. */
    static final int MOST = 3;

    int timesOf(PreparedRow other) {
        return other.row() == row ? times : 0;
    }

    boolean isPast(PreparedRow other) {
        return other.row() < row;
    }
}
