package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who shows a token of his that is meant for the CRM gets his claims, and nobody else anything. */
@WithKeycloak
final class AccessEndpointIT {

    private final Crm crm;
    private final RealmApi realm;
    private final Application app;
    private String member = "";

    AccessEndpointIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.app = Application.registered(realm, "app", Map.of());
    }

    @BeforeAll
    void hire() {
        member = realm.post(
                        "crm/staff", Map.of("name", "Mei Lin", "email", "m@acme.example", "roles", List.of("finance")))
                .expect(201)
                .createdId();
        Application.welcome(realm, member);
    }

    private JsonNode tokens(String scope) {
        return app.tokens(member, "m@acme.example", scope);
    }

    private String accessToken() {
        return tokens("openid crm").path("access_token").asText();
    }

    private String path() {
        return "/realms/" + realm.name() + "/crm/access";
    }

    @Test
    void answersJsonToWhoAsksForIt() {
        String token = accessToken();
        ApiResponse answer = app.access(token).expect(200);

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(answer.json().path("crm")).isEqualTo(new Jwt(token).claims().path("crm"));
        assertThat(answer.json().path("crm_departments")).isEmpty();
    }

    @Test
    void answersASignedJwtElse() throws GeneralSecurityException {
        String token = accessToken();
        ApiResponse answer = app.as(token).get(path()).expect(200);
        Jwt jwt = new Jwt(answer.text());

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/jwt"));
        assertThat(isSignedByRealm(jwt)).isTrue();
        assertThat(jwt.claims().path("iss").asText()).isEqualTo(crm.url() + "/realms/" + realm.name());
        assertThat(jwt.claims().path("sub").asText()).isEqualTo(member);
        assertThat(jwt.claims().path("aud").asText()).isEqualTo("app");
        assertThat(jwt.claims().path("exp")).isEqualTo(new Jwt(token).claims().path("exp"));
        assertThat(jwt.claims().path("crm")).isEqualTo(new Jwt(token).claims().path("crm"));
    }

    @Test
    void tellsNoApplicationAnotherSubjectThanItsTokenDoes() {
        Map<String, Object> pairwise = Map.of(
                "name", "pairwise",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-sha256-pairwise-sub-mapper",
                "config", Map.of("pairwiseSubAlgorithmSalt", "salt"));
        Application stranger = Application.registered(
                realm,
                "stranger",
                Map.of("redirectUris", List.of("https://stranger.example/app"), "protocolMappers", List.of(pairwise)));
        String token = stranger.tokens(member, "m@acme.example", "openid crm")
                .path("access_token")
                .asText();
        String subject = new Jwt(token).claims().path("sub").asText();

        String document = stranger.as(token).get(path()).expect(200).text();

        assertThat(subject).isNotBlank().isNotEqualTo(member);
        assertThat(new Jwt(document).claims().path("sub").asText()).isEqualTo(subject);
    }

    @Test
    void signsNothingThatIsTakenForAToken() {
        String document = app.as(accessToken()).get(path()).expect(200).text();

        assertThat(new Jwt(document).header().path("typ").asText()).isEqualTo("crm-access+jwt");
        app.userinfo(document).expect(401);
        app.access(document).expect(401);
    }

    @Test
    void challengesWhoShowsNoToken() {
        ApiResponse answer = crm.anonymous().get(path()).expect(401);

        assertThat(challenge(answer)).startsWith("Bearer").doesNotContain("error=");
    }

    @Test
    void refusesATokenThatIsNone() {
        String token = accessToken();
        for (String bad : List.of(
                "nonsense", token.substring(0, token.length() - 6) + "AAAAAA", token.split("\\.", -1)[0] + "..")) {
            assertThat(challenge(app.access(bad).expect(401)))
                    .as(bad.substring(0, 5))
                    .contains("error=\"invalid_token\"");
        }
    }

    @Test
    void refusesATokenOfAnotherKind() {
        JsonNode tokens = tokens("openid crm");

        app.access(tokens.path("id_token").asText()).expect(401);
        app.access(tokens.path("refresh_token").asText()).expect(401);
    }

    @Test
    void refusesATokenThatIsNotMeantForTheCrm() {
        String token = tokens("openid").path("access_token").asText();

        assertThat(challenge(app.access(token).expect(403))).contains("error=\"insufficient_scope\"");
    }

    @Test
    void refusesATokenOfAnotherRealm() {
        RealmApi other = crm.newRealm();
        String token = accessToken();

        app.as(token).get("/realms/" + other.name() + "/crm/access").expect(401);
    }

    @Test
    void answersAServiceOfItsOwnAccess() {
        Application service = Application.registered(realm, "service", Map.of("serviceAccountsEnabled", true));
        String token = service.ownToken("openid crm");

        assertThat(service.access(token).expect(200).json().path("crm"))
                .isEqualTo(new Jwt(token).claims().path("crm"));
    }

    @Test
    void letsPagesOfTheApplicationReadIt() {
        ApiResponse answer =
                app.as(accessToken()).getFrom(path(), "https://app.example").expect(200);

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example");
    }

    @Test
    void servesTheSchemaToEverybody() {
        JsonNode schema = crm.anonymous()
                .get("/realms/" + realm.name() + "/crm/claims/schema")
                .expect(200)
                .json();

        assertThat(schema.path("properties").path("v").path("const").asInt()).isEqualTo(CrmClaim.VERSION);
        crm.anonymous().get("/realms/" + realm.name() + "/crm/openapi.yaml").expect(200);
        crm.anonymous().get("/realms/" + realm.name() + "/crm/nothing").expect(404);
    }

    private static String challenge(ApiResponse answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private boolean isSignedByRealm(Jwt jwt) throws GeneralSecurityException {
        JsonNode keys = crm.anonymous()
                .get("/realms/" + realm.name() + "/protocol/openid-connect/certs")
                .json()
                .path("keys");
        for (JsonNode key : keys) {
            if (key.path("kid").equals(jwt.header().path("kid"))) {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initVerify(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
                signature.update(jwt.signed().getBytes(StandardCharsets.US_ASCII));
                return signature.verify(jwt.signature());
            }
        }
        return false;
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
