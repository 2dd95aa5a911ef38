package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An application of a realm: a confidential client that may ask for the client scope {@code crm}. People who sign in have the
 * password {@code Pw-<id>}; see {@link #welcome}.
 */
public record Application(RealmApi realm, String clientId, String secret) {

    /**
     * Registers the client.
     *
     * @param settings of its representation, besides what every such client has
     */
    public static Application registered(RealmApi realm, String clientId, Map<String, Object> settings) {
        String secret = UUID.randomUUID().toString();
        realm.secrets().accept(secret);
        Map<String, Object> client = new HashMap<>(Map.of(
                "clientId",
                clientId,
                "secret",
                secret,
                "publicClient",
                false,
                "directAccessGrantsEnabled",
                true,
                "webOrigins",
                new String[] {"https://" + clientId + ".example"}));
        client.putAll(settings);
        String id = realm.post("clients", client).expect(201).createdId();
        realm.put("clients/" + id + "/optional-client-scopes/" + scopeId(realm, "crm"), Map.of())
                .expect(204);
        return new Application(realm, clientId, secret);
    }

    public static String scopeId(RealmApi realm, String name) {
        for (JsonNode scope : realm.get("client-scopes").expect(200).json()) {
            if (scope.path("name").asText().equals(name)) {
                return scope.path("id").asText();
            }
        }
        throw new AssertionError("no client scope " + name);
    }

    /** Gives a user the password to sign in with. */
    public static void welcome(RealmApi realm, String userId) {
        String password = "Pw-" + userId;
        realm.secrets().accept(password);
        realm.put(
                        "users/" + userId + "/reset-password",
                        Map.of("type", "password", "value", password, "temporary", false))
                .expect(204);
    }

    /** Signs in; the answer of the token endpoint. */
    public JsonNode tokens(String userId, String username, String scope) {
        return form(
                        "token",
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                username,
                                "password",
                                "Pw-" + userId,
                                "scope",
                                scope))
                .expect(200)
                .json();
    }

    public JsonNode refreshed(String refreshToken) {
        return form("token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
                .expect(200)
                .json();
    }

    /** The access token of the application's own account; it has to have one. */
    public String ownToken(String scope) {
        return form("token", Map.of("grant_type", "client_credentials", "scope", scope))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    public ApiResponse revoke(String token) {
        return form("revoke", Map.of("token", token));
    }

    public ApiResponse introspect(String token) {
        return form("token/introspect", Map.of("token", token));
    }

    public ApiResponse userinfo(String token) {
        return as(token).get("/realms/" + realm.name() + "/protocol/openid-connect/userinfo");
    }

    /** {@code GET /realms/{realm}/crm/access} as JSON. */
    public ApiResponse access(String token) {
        return as(token).get("/realms/" + realm.name() + "/crm/access", "application/json");
    }

    public ApiClient as(String token) {
        return new ApiClient(realm.client().server(), () -> token);
    }

    /** This application at another node. */
    public Application at(ApiClient node) {
        return new Application(realm.as(node), clientId, secret);
    }

    private ApiResponse form(String endpoint, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("client_id", clientId);
        form.put("client_secret", secret);
        return Http.send(HttpRequest.newBuilder(realm.client()
                        .server()
                        .resolve("/realms/" + realm.name() + "/protocol/openid-connect/" + endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Query.of(form))));
    }
}
