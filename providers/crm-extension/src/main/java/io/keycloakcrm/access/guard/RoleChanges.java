package io.keycloakcrm.access.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.collection.spi.PersistentCollection;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.RoleAttributeEntity;
import org.keycloak.models.jpa.entities.RoleEntity;

/**
 * What a request of Keycloak's own pages has done to roles, and what they said before it. Keycloak deletes attributes by
 * statements that no listener hears of; what was there is known from the state in which Hibernate loaded it.
 */
final class RoleChanges {

    private static final String KEY = RoleChanges.class.getName();

    private final Map<String, RoleEntity> loaded = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private final Map<String, Map<String, List<String>>> before = new HashMap<>();
    private final Map<String, Set<String>> added = new HashMap<>();
    private final NamesBefore names = new NamesBefore();
    private final Conferred conferred = new Conferred();

    /** Those of the session; there are none before something has happened to a role. */
    static RoleChanges of(KeycloakSession session) {
        @Nullable RoleChanges present = session.getAttribute(KEY, RoleChanges.class);
        if (present != null) {
            return present;
        }
        var changes = new RoleChanges();
        session.setAttribute(KEY, changes);
        return changes;
    }

    static Optional<RoleChanges> present(@Nullable KeycloakSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(KEY, RoleChanges.class));
    }

    /** Those of the session, from where on they are counted anew. */
    static Optional<RoleChanges> taken(KeycloakSession session) {
        Optional<RoleChanges> changes = present(session);
        changes.ifPresent(known -> session.removeAttribute(KEY));
        return changes;
    }

    void created(RoleEntity role) {
        created.add(role.getId());
    }

    void loaded(RoleEntity role) {
        loaded.put(role.getId(), role);
        names.found(role.getId(), role.getName());
    }

    void added(String role, String part) {
        added.computeIfAbsent(role, id -> new LinkedHashSet<>()).add(part);
    }

    /** A role's attributes are about to be flushed, after which Hibernate takes those for the ones that it loaded. */
    void flushed(RoleEntity role) {
        attributesAsLoaded(role).ifPresent(attributes -> before.putIfAbsent(role.getId(), attributes));
    }

    /** Of roles and clients. */
    NamesBefore names() {
        return names;
    }

    /** What comes to people and groups. */
    Conferred conferred() {
        return conferred;
    }

    Set<String> roles() {
        Set<String> roles = new TreeSet<>(loaded.keySet());
        roles.addAll(created);
        roles.addAll(added.keySet());
        return roles;
    }

    boolean isNew(String role) {
        return created.contains(role);
    }

    /** The roles that came into it. */
    Set<String> addedTo(String role) {
        return added.getOrDefault(role, Set.of());
    }

    /** A role's attributes before the request; empty if they are what they were. */
    Optional<Map<String, List<String>>> before(String role) {
        if (isNew(role)) {
            return Optional.of(Map.of());
        }
        return Optional.ofNullable(before.get(role))
                .or(() -> Optional.ofNullable(loaded.get(role)).flatMap(RoleChanges::attributesAsLoaded));
    }

    private static Optional<Map<String, List<String>>> attributesAsLoaded(RoleEntity role) {
        return role.getAttributes() instanceof PersistentCollection<?> collection
                        && collection.wasInitialized()
                        && collection.getStoredSnapshot() instanceof List<?> snapshot
                ? Optional.of(byName(snapshot))
                : Optional.empty();
    }

    private static Map<String, List<String>> byName(List<?> snapshot) {
        Map<String, List<String>> attributes = new HashMap<>();
        for (Object element : snapshot) {
            if (element instanceof RoleAttributeEntity attribute) {
                attributes
                        .computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                        .add(attribute.getValue());
            }
        }
        return attributes;
    }
}
