package io.keycloakcrm.access.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;

/** A document as a JWT: from this realm, about the bearer, to his client, for as long as his token. */
record SignedDocument(KeycloakSession session, BearerToken bearer, AccessDocument document) {

    /** Told apart from access tokens and ID tokens by its type (RFC 8725 3.11). */
    private static final String TYPE = "crm-access+jwt";

    String compact() {
        String algorithm = session.tokens().signatureAlgorithm(TokenCategory.USERINFO);
        return new JWSBuilder()
                .type(TYPE)
                .jsonContent(claims())
                .sign(session.getProvider(SignatureProvider.class, algorithm).signer());
    }

    private Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", AccessEndpoint.issuer(session, session.getContext().getRealm()));
        // As the client knows the person: with pairwise subjects the user's id is none of its business.
        claims.put(
                "sub",
                Objects.requireNonNullElse(
                        bearer.token().getSubject(), bearer.user().getId()));
        claims.put("aud", bearer.client().getClientId());
        claims.put("iat", Time.currentTimeSeconds());
        claims.put("exp", bearer.token().getExp());
        claims.putAll(document.toMap());
        return claims;
    }
}
