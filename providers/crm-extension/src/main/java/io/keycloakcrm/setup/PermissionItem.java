package io.keycloakcrm.setup;

import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * A permission of the catalog.
 *
 * @param clientId the client that holds it; an earlier item of the plan
 */
record PermissionItem(String clientId, RoleRepresentation role) implements SetupItem {

    private record Projection(@Nullable String description, SortedSet<String> composites) {}

    @Override
    public String id() {
        return "permission:" + role.getName();
    }

    @Override
    public Object desired() {
        return new Projection(role.getDescription(), Composites.of(role));
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return Optional.<ClientModel>ofNullable(realm.model().getClientByClientId(clientId))
                .map(client -> client.getRole(role.getName()))
                .map(live -> new Projection(live.getDescription(), Composites.of(live)));
    }

    @Override
    public void create(SetupRealm realm) {
        client(realm).addRole(role.getName()).setDescription(role.getDescription());
    }

    @Override
    public void update(SetupRealm realm) {
        RoleModel live = client(realm).getRole(role.getName());
        live.setDescription(role.getDescription());
    }

    private ClientModel client(SetupRealm realm) {
        return realm.model().getClientByClientId(clientId);
    }
}
