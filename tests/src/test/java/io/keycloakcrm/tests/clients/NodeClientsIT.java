package io.keycloakcrm.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.clients.NodePrograms.SignIn;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In JavaScript, {@code openid-client} signs people in and {@code jose} verifies their tokens: each sees what the claim allows. */
@WithKeycloak
@Timeout(120)
final class NodeClientsIT {

    private static final String SCOPE = "openid profile crm";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SalesRealm sales;
    private final Application app;
    private final Map<String, JsonNode> signedIn = new HashMap<>();
    private @Nullable NodeClients node;

    NodeClientsIT(Crm crm) {
        this.sales = new SalesRealm(crm);
        this.app = sales.application("node-app", Browser.APPLICATION);
    }

    @BeforeAll
    void signEverybodyIn() throws IOException, InterruptedException {
        NodePrograms programs = NodePrograms.installed(
                Path.of(System.getProperty("crm.test.repository"), "tests/src/test/clients/node"),
                Path.of(System.getProperty("crm.test.work"), "clients/node"));
        node = new NodeClients(programs, sales, app);
        alsoInTheIdToken();
        for (String person : List.of("seller", "director", "helper")) {
            signedIn.put(person, node.signIn(person, SCOPE));
        }
    }

    /** Where it is not by default. */
    private void alsoInTheIdToken() {
        sales.api()
                .post(
                        "clients/" + sales.api().clientUuid("node-app") + "/protocol-mappers/models",
                        Map.of(
                                "name",
                                "crm-in-id-token",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "crm-access",
                                "config",
                                Map.of("claim.name", "crm", "id.token.claim", "true")))
                .expect(201);
    }

    @Test
    void openidClientReadsTheClaimFromUserinfo() throws IOException {
        JsonNode seller = result("seller");

        assertThat(seller.path("sub").asText()).isEqualTo(sales.id("seller"));
        assertThat(seller.path("crm")).isEqualTo(JSON.readTree("""
                {
                  "v": 1,
                  "department": {"id": "%s", "path": "Sales/East"},
                  "roles": ["sales-rep"],
                  "permissions": {
                    "contract": ["create", "view"],
                    "customer": ["create", "edit", "view"],
                    "lead": ["create", "edit", "view"],
                    "opportunity": ["create", "edit", "view"],
                    "order": ["create", "view"],
                    "report": ["view"]
                  },
                  "data_scopes": {"*": [{"level": "self"}]}
                }
                """.formatted(sales.east())));
    }

    @Test
    void openidClientReadsItFromTheIdTokenWhereThatHoldsIt() {
        for (String person : signedIn.keySet()) {
            assertThat(result(person).path("crmInIdToken"))
                    .as(person)
                    .isEqualTo(result(person).path("crm"))
                    .isNotEmpty();
        }
    }

    @Test
    void joseReadsItFromTheAccessToken() throws IOException {
        for (String person : signedIn.keySet()) {
            JsonNode access = node().resourceServer(accessToken(person));

            assertThat(access.path("sub").asText()).isEqualTo(sales.id(person));
            assertThat(access.path("crm")).isEqualTo(result(person).path("crm"));
        }
    }

    @Test
    void aSellerSeesTheOwnCustomersAndNoMore() throws IOException {
        JsonNode access = node().resourceServer(accessToken("seller"));

        assertThat(names(access, "view")).containsExactly("Qinghe", "Xiling");
        assertThat(names(access, "edit")).containsExactly("Qinghe", "Xiling");
    }

    @Test
    void supportSeesAllAndEditsThoseOfTheDepartment() throws IOException {
        JsonNode access = node().resourceServer(accessToken("helper"));

        assertThat(names(access, "view")).containsExactly("Beishan", "Donghai", "Nobody", "Qinghe", "Xiling");
        assertThat(names(access, "edit")).containsExactly("Xiling");
    }

    @Test
    void aDirectorSeesTheDepartmentsThatDidNotFitIntoTheToken() throws IOException {
        JsonNode access = node().resourceServer(accessToken("director"));

        assertThat(access.path("crm").path("data_scopes").toString())
                .isEqualTo("{\"*\":[{\"level\":\"department_tree\",\"departments\":\"crm_departments#0\"}]}");
        assertThat(access.path("departments")).hasSize(1);
        assertThat(access.path("departments").path(0))
                .map(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(sales.sales());
        assertThat(names(access, "view")).containsExactly("Beishan", "Donghai", "Qinghe");
    }

    @Test
    void joseRefusesATokenForAnotherAudience() throws IOException {
        JsonNode other = node().signIn("seller", "openid");

        assertRefused(
                node().resourceServer(other.path("tokens").path("access_token").asText()), "aud");
        assertRefused(
                node().resourceServer(
                                result("seller").path("tokens").path("id_token").asText()),
                "aud");
    }

    @Test
    void joseRefusesATokenForTheCrmThatHoldsNoClaim() throws IOException {
        String token = Application.registered(sales.api(), "full", Map.of())
                .tokens(sales.id("seller"), SalesRealm.email("seller"), "openid")
                .path("access_token")
                .asText();

        assertRefused(node().resourceServer(token), "crm");
    }

    @Test
    void joseRefusesATokenWhoseRightsWereChanged() throws IOException {
        String[] parts = accessToken("seller").split("\\.", -1);
        String forged = parts[0] + "." + accessToken("director").split("\\.", -1)[1] + "." + parts[2];

        assertThat(refusal(node().resourceServer(forged))).isEqualTo("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
    }

    @Test
    void joseRefusesATokenOnceItHasExpired() throws IOException {
        String token = accessToken("seller");
        long end = new Jwt(token).claims().path("exp").asLong();

        assertThat(node().resourceServer(token, end - 1).has("refused")).isFalse();
        assertThat(refusal(node().resourceServer(token, end))).isEqualTo("ERR_JWT_EXPIRED");
    }

    @Test
    void joseRefusesTheDocumentOfTheAccessEndpointAsAToken() throws IOException {
        String document = app.as(accessToken("seller"))
                .get(sales.issuer().getPath() + "/crm/access")
                .expect(200)
                .text();

        assertThat(refusal(node().resourceServer(document))).isEqualTo("ERR_JWT_CLAIM_VALIDATION_FAILED");
    }

    @Test
    void aCodeIsOfNoUseToWhoDidNotAskForIt() throws IOException {
        try (SignIn thief = node().started(SCOPE);
                SignIn victim = node().started(SCOPE)) {
            URI back = node().sentBack(victim, "director");
            String withOwnState = back.toString().replace(state(victim.authorization()), state(thief.authorization()));

            assertThat(refusal(thief.cameBack(URI.create(withOwnState)))).isEqualTo("invalid_grant");
        }
    }

    @Test
    void openidClientRefusesAnAnswerToAnotherQuestion() throws IOException {
        try (SignIn one = node().started(SCOPE);
                SignIn other = node().started(SCOPE)) {
            URI back = node().sentBack(other, "director");

            assertThat(refusal(one.cameBack(back))).isEqualTo("OAUTH_INVALID_RESPONSE");
        }
    }

    private JsonNode result(String person) {
        JsonNode result = signedIn.getOrDefault(person, JSON.nullNode());
        assertThat(result.has("tokens")).as("sign-in of %s: %s", person, result).isTrue();
        return result;
    }

    private String accessToken(String person) {
        return result(person).path("tokens").path("access_token").asText();
    }

    private static List<String> names(JsonNode access, String operation) {
        assertThat(access.has(operation)).as(access.toString()).isTrue();
        List<String> names = new ArrayList<>();
        access.path(operation).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static void assertRefused(JsonNode answer, String claim) {
        assertThat(refusal(answer)).isEqualTo("ERR_JWT_CLAIM_VALIDATION_FAILED");
        assertThat(answer.path("claim").asText()).isEqualTo(claim);
    }

    private static String refusal(JsonNode answer) {
        return answer.path("refused").asText();
    }

    private static String state(URI address) {
        return address.getRawQuery().replaceAll("(?:.*&)?state=([^&]+).*", "$1");
    }

    private NodeClients node() {
        if (node == null) {
            throw new IllegalStateException("the programs were not installed");
        }
        return node;
    }
}
