package io.keycloakcrm.access.guard;

import io.keycloakcrm.access.token.HeldRoles;
import io.keycloakcrm.claims.Permission;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * What a permission allows is its name. So it is conferred on all who have the role when a role becomes one by being
 * renamed, or with all its like when their client becomes the catalog.
 */
final class PermissionLaw {

    private final RealmModel realm;
    private final NamesBefore names;
    private final RoleLaw law;

    PermissionLaw(RealmModel realm, NamesBefore names, RoleLaw law) {
        this.realm = realm;
        this.names = names;
        this.law = law;
    }

    /** The first permission that may not be called so. */
    Optional<Refusal> refusal() {
        return names.ids().stream()
                .flatMap(this::renamed)
                .filter(role -> Permission.parse(role.getName()).isPresent())
                .map(law::grantable)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Found by its id: what Keycloak finds by a new name stays in its cache, though the name be refused. */
    private Stream<RoleModel> renamed(String id) {
        @Nullable RoleModel role = realm.getRoleById(id);
        if (role != null) {
            boolean inCatalog = role.getContainer() instanceof ClientModel client && isCatalog(client);
            return inCatalog && names.isRenamed(id, role.getName()) ? Stream.of(role) : Stream.empty();
        }
        @Nullable ClientModel client = realm.getClientById(id);
        return client != null && isCatalog(client) && names.isRenamed(id, client.getClientId())
                ? client.getRolesStream()
                : Stream.empty();
    }

    private static boolean isCatalog(ClientModel client) {
        return HeldRoles.CLIENT.equals(client.getClientId());
    }
}
