package io.keycloakcrm.imports.job;

/**
 * Which row of a file first had a key. Holds 64-bit digests in primitive arrays instead of the keys, 12 bytes an entry
 * at a fill of at most three quarters; among a million keys two different ones are taken for the same with a chance of
 * one in thirty million.
 */
final class KeyIndex {

    /** Answer for a key that no row has. */
    static final int NONE = 0;

    /** Answer for a key that several rows have. */
    static final int SEVERAL = -1;

    private long[] digests = new long[1024];
    private int[] rows = new int[1024];
    private int size;

    /** Remembers the row if no earlier one has the key; answers the earlier one, else {@link #NONE}. */
    int putIfAbsent(String key, int row) {
        int slot = slot(digests, rows, digest(key));
        if (rows[slot] != NONE) {
            return rows[slot];
        }
        insert(slot, digest(key), row);
        return NONE;
    }

    /** Remembers the row, or that there are several. */
    void putOrMark(String key, int row) {
        int slot = slot(digests, rows, digest(key));
        if (rows[slot] == NONE) {
            insert(slot, digest(key), row);
        } else if (rows[slot] != row) {
            rows[slot] = SEVERAL;
        }
    }

    /** The row, {@link #NONE} or {@link #SEVERAL}. */
    int get(long digest) {
        return rows[slot(digests, rows, digest)];
    }

    private void insert(int slot, long digest, int row) {
        digests[slot] = digest;
        rows[slot] = row;
        if (++size > digests.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] oldDigests = digests;
        int[] oldRows = rows;
        digests = new long[oldDigests.length * 2];
        rows = new int[oldRows.length * 2];
        for (int old = 0; old < oldRows.length; old++) {
            if (oldRows[old] != NONE) {
                int slot = slot(digests, rows, oldDigests[old]);
                digests[slot] = oldDigests[old];
                rows[slot] = oldRows[old];
            }
        }
    }

    private static int slot(long[] digests, int[] rows, long digest) {
        int mask = digests.length - 1;
        int slot = (int) (digest ^ digest >>> 32) & mask;
        while (rows[slot] != NONE && digests[slot] != digest) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** FNV-1a over the characters, then the finaliser of MurmurHash3, which spreads it over all bits. */
    static long digest(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
