package io.keycloakcrm.imports.job;

import java.util.stream.Stream;

/**
 * The order in which the chunks of a job are worked: no chunk is handed out while one of an earlier phase is not done.
 * The position is stored; new phases take a free number, none ever changes.
 */
public enum Phase {
    /** Reads the file twice and writes the chunks of all later phases. */
    PREPARE(0),
    /** Departments of the file, parents before children, so its chunks are worked in their order; a row is one path. */
    DEPARTMENTS(10),
    /** Every row of the file. */
    MEMBERS(20),
    /** The rows that name a manager, once everybody exists. */
    MANAGERS(30),
    /** Finds out who stands in no row and writes the chunks of the next phase; only if absence means something. */
    ABSENTEES(35),
    /** The people who stand in no row, one row each. */
    SYNC(40),
    /** The rows of the file once more, of which those who are new are invited; only if that was asked for. */
    INVITATIONS(50);

    private final int position;

    Phase(int position) {
        this.position = position;
    }

    int position() {
        return position;
    }

    /** Whether its rows have no results before it. */
    boolean addsRows() {
        return this == MEMBERS || this == SYNC;
    }

    /** Whether what it does to a row is no result of the row; it may be done again and changes nothing then. */
    boolean leavesNoResults() {
        return this == DEPARTMENTS || this == INVITATIONS;
    }

    /** Whether it is one chunk without rows that writes the chunks of later phases. */
    boolean preparesOthers() {
        return this == PREPARE || this == ABSENTEES;
    }

    static Phase at(int position) {
        return Stream.of(values())
                .filter(phase -> phase.position == position)
                .findFirst()
                .orElseThrow();
    }
}
