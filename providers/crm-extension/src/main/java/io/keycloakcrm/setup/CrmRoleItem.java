package io.keycloakcrm.setup;

import io.keycloakcrm.rest.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.idm.RoleRepresentation;

/** A preset CRM role: a job with its permissions, data scopes and labels. */
record CrmRoleItem(RoleRepresentation role) implements SetupItem {

    private static final String OWN_ATTRIBUTES = "crm.";

    private record Projection(
            @Nullable String description, Map<String, List<String>> attributes, SortedSet<String> composites) {}

    @Override
    public String id() {
        return "role:" + role.getName();
    }

    @Override
    public Object desired() {
        return new Projection(role.getDescription(), own(role.getAttributes()), Composites.of(role));
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return Optional.<RoleModel>ofNullable(realm.model().getRole(role.getName()))
                .map(live -> new Projection(live.getDescription(), own(live.getAttributes()), Composites.of(live)));
    }

    @Override
    public void create(SetupRealm realm) {
        fill(realm.model().addRole(role.getName()), realm);
    }

    @Override
    public void update(SetupRealm realm) {
        fill(realm.model().getRole(role.getName()), realm);
    }

    private void fill(RoleModel live, SetupRealm realm) {
        live.setDescription(role.getDescription());
        own(live.getAttributes()).keySet().forEach(live::removeAttribute);
        own(role.getAttributes()).forEach(live::setAttribute);
        Set<RoleModel> permissions = permissions(realm);
        live.getCompositesStream()
                .filter(composite -> !permissions.contains(composite))
                .toList()
                .forEach(live::removeCompositeRole);
        permissions.forEach(live::addCompositeRole);
    }

    private Set<RoleModel> permissions(SetupRealm realm) {
        return Composites.ofClients(role).entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(realm.model().getClientByClientId(entry.getKey())::getRole))
                .map(this::harmless)
                .collect(Collectors.toSet());
    }

    // Whoever may manage the client may have turned its role into a composite; presets are given out freely, so they
    // must never lead to the administration of the realm.
    private RoleModel harmless(RoleModel permission) {
        if (AdminRoles.containsAdminRole(permission)) {
            throw Problem.conflict("crm.setup.permission-privileged", permission.getName(), role.getName());
        }
        return permission;
    }

    private static Map<String, List<String>> own(Map<String, List<String>> attributes) {
        Map<String, List<String>> own = new TreeMap<>(attributes);
        own.keySet().removeIf(name -> !name.startsWith(OWN_ATTRIBUTES));
        return own;
    }
}
