package io.keycloakcrm.imports.job;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a file is cut for its upload: all parts but the last have the same size, so the number of a part says where in the
 * file it stands, and the size of the file says which parts there are.
 *
 * @param bytes size of the file, at least 1
 * @param partBytes size of all parts but the last
 */
public record PartPlan(long bytes, int partBytes) {

    /** Largest part: two of them fit into Keycloak's default limit on bodies, and one into any database's packet. */
    public static final int MAX_PART_BYTES = 5 * 1024 * 1024;

    private static final int MIN_PART_BYTES = 64 * 1024;
    private static final int MAX_PARTS = 10_000;

    /** Smallest size of parts in which a file of this size may be sent. */
    public static long minPartBytes(long bytes) {
        return Math.max(MIN_PART_BYTES, (bytes + MAX_PARTS - 1) / MAX_PARTS);
    }

    /** How many parts there are, numbered from 0. */
    public int parts() {
        return Math.toIntExact((bytes + partBytes - 1) / partBytes);
    }

    /** Whether there is a part of that number. */
    public boolean has(int number) {
        return number >= 0 && number < parts();
    }

    /** Size of a part. */
    public int bytesOf(int number) {
        return (int) Math.min(partBytes, bytes - (long) number * partBytes);
    }

    /** Numbers of the parts that are not among those that are there. */
    public List<Integer> missing(Collection<Integer> present) {
        return IntStream.range(0, parts())
                .boxed()
                .filter(number -> !present.contains(number))
                .toList();
    }
}
