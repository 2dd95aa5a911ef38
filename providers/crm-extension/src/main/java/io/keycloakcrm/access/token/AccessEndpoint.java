package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.DepartmentsSource;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** Where a realm answers what a token had no room for; the issuer's own address, so that it is the same on each node. */
final class AccessEndpoint {

    private AccessEndpoint() {}

    static DepartmentsSource of(KeycloakSession session, RealmModel realm) {
        return new DepartmentsSource(URI.create(issuer(session, realm) + "/crm/" + AccessPublicEndpointFactory.ID));
    }

    static String issuer(KeycloakSession session, RealmModel realm) {
        return Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName());
    }
}
