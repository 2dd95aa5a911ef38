package io.keycloakcrm.tests.api;

import java.net.http.HttpRequest;
import java.util.Map;

/** The token endpoint of a realm, as the client {@code admin-cli} uses it in the name of a person. */
public record SignInApi(RealmApi realm) {

    private static final String CLIENT = "admin-cli";

    /** Gives the user a password and signs in with it. */
    public ApiResponse withNewPassword(String userId, String username, String scope) {
        String password = "Pw-" + userId;
        realm.secrets().accept(password);
        realm.put(
                        "users/" + userId + "/reset-password",
                        Map.of("type", "password", "value", password, "temporary", false))
                .expect(204);
        return password(userId, username, scope);
    }

    /** Signs in with the password of {@link #withNewPassword}. */
    public ApiResponse password(String userId, String username, String scope) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                CLIENT,
                "username",
                username,
                "password",
                "Pw-" + userId,
                "scope",
                scope));
    }

    public ApiResponse refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refreshToken));
    }

    private ApiResponse token(Map<String, String> form) {
        return Http.send(HttpRequest.newBuilder(
                        realm.client().server().resolve("/realms/" + realm.name() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Query.of(form))));
    }
}
