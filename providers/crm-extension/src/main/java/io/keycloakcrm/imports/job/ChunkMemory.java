package io.keycloakcrm.imports.job;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the work on a chunk need not read again in each transaction when its rows are worked one by one. Only for values
 * that belong to no session. Used by one thread.
 */
public final class ChunkMemory {

    private final Map<Class<?>, Object> kept = new HashMap<>();

    /** The value of a type, made by {@code source} when it is first asked for. */
    public <T> T once(Class<T> type, Supplier<T> source) {
        return type.cast(kept.computeIfAbsent(type, unused -> source.get()));
    }
}
