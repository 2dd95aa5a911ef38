package io.keycloakcrm.setup;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** The client scope that applications ask for; its mappers are items of their own. */
record ClientScopeItem(ClientScopeRepresentation scope) implements SetupItem {

    private record Projection(
            @Nullable String description, @Nullable String protocol, Map<String, String> attributes) {}

    @Override
    public String id() {
        return "client-scope:" + scope.getName();
    }

    @Override
    public Object desired() {
        return new Projection(scope.getDescription(), scope.getProtocol(), shipped(scope.getAttributes()));
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return find(realm)
                .map(live -> new Projection(live.getDescription(), live.getProtocol(), shipped(live.getAttributes())));
    }

    @Override
    public void create(SetupRealm realm) {
        RepresentationToModel.updateClientScope(scope, realm.model().addClientScope(scope.getName()));
    }

    @Override
    public void update(SetupRealm realm) {
        RepresentationToModel.updateClientScope(scope, find(realm).orElseThrow());
    }

    private Optional<ClientScopeModel> find(SetupRealm realm) {
        return realm.clientScope(scope.getName());
    }

    private Map<String, String> shipped(Map<String, String> attributes) {
        Map<String, String> shipped = new TreeMap<>(attributes);
        shipped.keySet().retainAll(scope.getAttributes().keySet());
        return shipped;
    }
}
