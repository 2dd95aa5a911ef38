package io.keycloakcrm.imports.job;

import java.util.Arrays;

/** Who stands above whom within a file, by row; each row has at most one manager, so a circle is a walk that returns. */
final class ManagerLinks {

    private static final byte UNSEEN = 0;
    private static final byte ON_THIS_WALK = 1;
    private static final byte CLEAR = 2;
    private static final byte CIRCLE = 3;

    private int[] manager = new int[1024];
    private byte[] marks = {};

    void set(int row, int managerRow) {
        if (row >= manager.length) {
            manager = Arrays.copyOf(manager, Math.max(row + 1, manager.length * 2));
        }
        manager[row] = managerRow;
    }

    /** The manager's row, {@link KeyIndex#NONE} or {@link KeyIndex#SEVERAL}. */
    int get(int row) {
        return row < manager.length ? manager[row] : KeyIndex.NONE;
    }

    boolean isInCircle(int row) {
        return row < marks.length && marks[row] == CIRCLE;
    }

    /** Marks the rows 1 to {@code rows} that lie on a circle; those that merely lead to one are not marked. */
    void findCircles(int rows) {
        marks = new byte[rows + 1];
        for (int row = 1; row <= rows; row++) {
            if (marks[row] == UNSEEN) {
                int end = walk(row);
                if (end > KeyIndex.NONE && marks[end] == ON_THIS_WALK) {
                    markCircle(end);
                }
                clearWalk(row);
            }
        }
    }

    private int walk(int from) {
        int row = from;
        while (row > KeyIndex.NONE && marks[row] == UNSEEN) {
            marks[row] = ON_THIS_WALK;
            row = get(row);
        }
        return row;
    }

    private void markCircle(int start) {
        int row = start;
        do {
            marks[row] = CIRCLE;
            row = get(row);
        } while (row != start);
    }

    private void clearWalk(int from) {
        for (int row = from; row > KeyIndex.NONE && marks[row] == ON_THIS_WALK; row = get(row)) {
            marks[row] = CLEAR;
        }
    }
}
