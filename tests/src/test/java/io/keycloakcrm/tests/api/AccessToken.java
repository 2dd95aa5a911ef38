package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Logs in when it must and hands out a token that is good for a while yet. */
public final class AccessToken implements Supplier<String> {

    /** No request of a test takes longer. */
    private static final int MARGIN_SECONDS = 20;

    private final URI endpoint;
    private final String form;
    private String token = "";
    private Instant renewal = Instant.MIN;

    private AccessToken(URI server, String realm, Map<String, String> grant) {
        this.endpoint = server.resolve("/realms/" + realm + "/protocol/openid-connect/token");
        this.form = Query.of(grant);
    }

    public static AccessToken ofUser(URI server, String realm, String user, String password) {
        return new AccessToken(
                server,
                realm,
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password));
    }

    /** Of the client's own service account. */
    public static AccessToken ofClient(URI server, String realm, String clientId, String secret) {
        return new AccessToken(
                server,
                realm,
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    @Override
    public synchronized String get() {
        Instant now = Instant.now();
        if (now.isAfter(renewal)) {
            JsonNode answer = Http.send(HttpRequest.newBuilder(endpoint)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)))
                    .expect(200)
                    .json();
            token = answer.path("access_token").asText();
            renewal = now.plusSeconds(answer.path("expires_in").asLong() - MARGIN_SECONDS);
        }
        return token;
    }
}
