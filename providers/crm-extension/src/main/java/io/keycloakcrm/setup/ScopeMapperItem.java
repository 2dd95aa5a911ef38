package io.keycloakcrm.setup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * A protocol mapper of the client scope.
 *
 * @param scope name of the client scope; an earlier item of the plan
 */
record ScopeMapperItem(String scope, ProtocolMapperRepresentation mapper) implements SetupItem {

    private record Projection(String protocolMapper, Map<String, String> config) {}

    @Override
    public String id() {
        return "client-scope-mapper:" + scope + "/" + mapper.getName();
    }

    @Override
    public Object desired() {
        return new Projection(mapper.getProtocolMapper(), shipped(mapper.getConfig()));
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return find(realm).map(live -> new Projection(live.getProtocolMapper(), shipped(live.getConfig())));
    }

    @Override
    public void create(SetupRealm realm) {
        scope(realm).addProtocolMapper(RepresentationToModel.toModel(mapper));
    }

    @Override
    public void update(SetupRealm realm) {
        ProtocolMapperModel live = find(realm).orElseThrow();
        ProtocolMapperModel upgraded = RepresentationToModel.toModel(mapper);
        upgraded.setId(live.getId());
        upgraded.setConfig(new HashMap<>(live.getConfig()));
        upgraded.getConfig().putAll(mapper.getConfig());
        scope(realm).updateProtocolMapper(upgraded);
    }

    private Optional<ProtocolMapperModel> find(SetupRealm realm) {
        return realm.clientScope(scope)
                .map(live -> live.getProtocolMapperByName(mapper.getProtocol(), mapper.getName()));
    }

    private ClientScopeModel scope(SetupRealm realm) {
        return realm.clientScope(scope).orElseThrow();
    }

    // Keycloak adds defaults to what an import brings.
    private Map<String, String> shipped(Map<String, String> config) {
        Map<String, String> shipped = new TreeMap<>(config);
        shipped.keySet().retainAll(mapper.getConfig().keySet());
        return shipped;
    }
}
