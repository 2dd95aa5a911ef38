package io.keycloakcrm.access.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What roles and clients were called when a request of Keycloak's own pages came upon them. */
final class NamesBefore {

    private final Map<String, String> byId = new HashMap<>();

    void found(String id, String name) {
        byId.putIfAbsent(id, name);
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** Whether it was called otherwise before. */
    boolean isRenamed(String id, String name) {
        @Nullable String before = byId.get(id);
        return before != null && !before.equals(name);
    }
}
