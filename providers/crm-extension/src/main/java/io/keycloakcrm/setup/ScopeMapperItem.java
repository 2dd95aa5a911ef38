package io.keycloakcrm.setup;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.utils.KeycloakModelUtils;
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
        return new Projection(mapper.getProtocolMapper(), new TreeMap<>(mapper.getConfig()));
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return find(realm).map(live -> new Projection(live.getProtocolMapper(), new TreeMap<>(live.getConfig())));
    }

    @Override
    public void create(SetupRealm realm) {
        scope(realm).orElseThrow().addProtocolMapper(RepresentationToModel.toModel(mapper));
    }

    @Override
    public void update(SetupRealm realm) {
        ProtocolMapperModel shipped = RepresentationToModel.toModel(mapper);
        shipped.setId(find(realm).orElseThrow().getId());
        scope(realm).orElseThrow().updateProtocolMapper(shipped);
    }

    private Optional<ProtocolMapperModel> find(SetupRealm realm) {
        return scope(realm).map(live -> live.getProtocolMapperByName(mapper.getProtocol(), mapper.getName()));
    }

    private Optional<ClientScopeModel> scope(SetupRealm realm) {
        return Optional.ofNullable(KeycloakModelUtils.getClientScopeByName(realm.model(), scope));
    }
}
