package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCompanyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private JsonNode company;
    private JsonNode realm;

    @BeforeEach
    void write() throws IOException {
        DemoCompany.write(directory.resolve("company.json"));
        company = JSON.readTree(directory.resolve("company.json").toFile());
        realm = DemoRealm.assemble(URI.create("http://127.0.0.1:8181/"), "127.0.0.1", 2525);
    }

    @Test
    void hasThreeHundredCustomers() {
        assertThat(company.get("people").findValues("customers").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void knowsPeopleAndDepartmentsByTheIdsOfTheRealm() {
        assertThat(company.get("people").findValuesAsText("id"))
                .isNotEmpty()
                .isSubsetOf(realm.get("users").findValuesAsText("id"));
        assertThat(company.get("departments").findValuesAsText("id"))
                .isNotEmpty()
                .isSubsetOf(realm.get("groups").findValuesAsText("id"));
        assertThat(company.get("departments").findValuesAsText("id"))
                .containsAll(company.get("people").findValuesAsText("department"));
    }

    @Test
    void isKnownToTheRealmAsAClientWithProofKeysAndNothingElse() {
        JsonNode client = realm.at("/clients/1");

        assertThat(client.get("clientId").asText()).isEqualTo("crm-app");
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.get("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(client.get("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(client.get("defaultClientScopes"))
                .extracting(JsonNode::asText)
                .contains("crm");
    }
}
