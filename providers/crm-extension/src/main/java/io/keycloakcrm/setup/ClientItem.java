package io.keycloakcrm.setup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.util.JsonSerialization;

/** The client that holds the permissions. */
record ClientItem(ClientRepresentation client) implements SetupItem {

    private record Projection(
            @Nullable String name,
            @Nullable String description,
            @Nullable String protocol,
            boolean enabled,
            boolean publicClient,
            boolean bearerOnly,
            boolean standardFlow,
            boolean implicitFlow,
            boolean directAccessGrants,
            boolean serviceAccounts,
            boolean fullScope) {}

    @Override
    public String id() {
        return "client:" + client.getClientId();
    }

    @Override
    public Object desired() {
        return new Projection(
                client.getName(),
                client.getDescription(),
                client.getProtocol(),
                client.isEnabled(),
                client.isPublicClient(),
                client.isBearerOnly(),
                client.isStandardFlowEnabled(),
                client.isImplicitFlowEnabled(),
                client.isDirectAccessGrantsEnabled(),
                client.isServiceAccountsEnabled(),
                client.isFullScopeAllowed());
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return find(realm).map(ClientItem::project);
    }

    private static Projection project(ClientModel live) {
        return new Projection(
                live.getName(),
                live.getDescription(),
                live.getProtocol(),
                live.isEnabled(),
                live.isPublicClient(),
                live.isBearerOnly(),
                live.isStandardFlowEnabled(),
                live.isImplicitFlowEnabled(),
                live.isDirectAccessGrantsEnabled(),
                live.isServiceAccountsEnabled(),
                live.isFullScopeAllowed());
    }

    @Override
    public void create(SetupRealm realm) {
        // A copy, because Keycloak writes the new client's id into what it is given, and the plan serves every realm.
        var copy = JsonSerialization.mapper.convertValue(client, ClientRepresentation.class);
        ClientManager.createClient(realm.session(), realm.model(), copy);
    }

    @Override
    public void update(SetupRealm realm) {
        RepresentationToModel.updateClient(client, find(realm).orElseThrow(), realm.session());
    }

    private Optional<ClientModel> find(SetupRealm realm) {
        return Optional.ofNullable(realm.model().getClientByClientId(client.getClientId()));
    }
}
