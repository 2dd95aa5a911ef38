package io.keycloakcrm.access.roles;

import io.keycloakcrm.access.token.HeldRoles;
import io.keycloakcrm.claims.Permission;
import io.keycloakcrm.claims.Permissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The permissions that a realm knows: roles of its client {@code crm} that are called {@code module:operation}. */
public final class PermissionCatalog {

    private final RealmModel realm;

    public PermissionCatalog(RealmModel realm) {
        this.realm = realm;
    }

    /** The permission that a role is; empty for all other roles. */
    public static Optional<Permission> permission(RoleModel role) {
        return role.isClientRole()
                        && role.getContainer() instanceof ClientModel client
                        && HeldRoles.CLIENT.equals(client.getClientId())
                ? Permission.parse(role.getName())
                : Optional.empty();
    }

    /** Operations by module, both by name. */
    public static Map<String, List<String>> byModule(Stream<RoleModel> roles) {
        Permissions permissions = Permissions.of(roles.map(PermissionCatalog::permission)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Permission::toString))
                .toList());
        Map<String, List<String>> operations = new LinkedHashMap<>();
        permissions.operations().forEach((module, names) -> operations.put(module, List.copyOf(names)));
        return operations;
    }

    /** The client that holds the permissions; empty where setup has not run. */
    public Optional<ClientModel> client() {
        return Optional.ofNullable(realm.getClientByClientId(HeldRoles.CLIENT));
    }

    /** Every permission that there is to give. */
    public Map<String, List<String>> all() {
        return client().map(client -> byModule(client.getRolesStream())).orElse(Map.of());
    }

    public Optional<RoleModel> find(Permission permission) {
        return client().flatMap(client -> {
            @Nullable RoleModel role = client.getRole(permission.toString());
            return Optional.ofNullable(role);
        });
    }
}
