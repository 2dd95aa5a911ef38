package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRealmTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI APPLICATION = URI.create("http://127.0.0.1:8181/");

    @TempDir
    Path directory;

    private JsonNode realm;

    @BeforeEach
    void write() throws IOException {
        DemoRealm.write(directory, APPLICATION, "127.0.0.1", 2525);
        realm = JSON.readTree(directory.resolve("crm-realm.json").toFile());
    }

    @Test
    void isTheRealmCrmWithTheGivenMailServer() {
        assertThat(realm.at("/realm").asText()).isEqualTo("crm");
        assertThat(realm.at("/smtpServer/host").asText()).isEqualTo("127.0.0.1");
        assertThat(realm.at("/smtpServer/port").asText()).isEqualTo("2525");
        assertThat(realm.at("/smtpServer/from").asText()).contains("@");
    }

    @Test
    void leadsToTheApplicationWhereItIs() {
        List<String> addresses = new ArrayList<>();
        realm.at("/clients")
                .forEach(client -> addresses.add(client.path("baseUrl").asText()));

        assertThat(addresses).contains("http://127.0.0.1:8181/customers");
    }

    @Test
    void pointsAtItsDepartmentRoot() {
        assertThat(realm.at("/attributes/crm.department-root").asText())
                .isEqualTo(realm.at("/groups/0/id").asText())
                .isNotBlank();
        assertThat(realm.at("/attributes/crm.default-region").asText()).isEqualTo("CN");
    }

    @Test
    void extendsKeycloaksOwnProfile() throws IOException {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());

        assertThat(profile.get("attributes").findValuesAsText("name"))
                .contains("username", "email", "firstName", "lastName", "employeeNumber", "dataScope");
    }

    @Test
    void putsEverybodyIntoTheDepartmentHisAttributesName() {
        List<String> departments = new ArrayList<>();
        collect(realm.at("/groups/0"), "", departments);

        assertThat(realm.get("users")).isNotEmpty().allSatisfy(user -> {
            String path = user.at("/attributes/department/0").asText();
            assertThat(departments)
                    .contains(user.at("/attributes/departmentId/0").asText() + " /departments/" + path);
            assertThat(user.at("/groups/0").asText()).isEqualTo("/departments/" + path);
        });
    }

    @Test
    void namesManagersAndHeadsThatExist() {
        List<String> ids = realm.get("users").findValuesAsText("id");

        assertThat(realm.findValues("managerId"))
                .isNotEmpty()
                .allSatisfy(manager -> assertThat(ids).contains(manager.get(0).asText()));
        assertThat(realm.findValues("crm.head"))
                .isNotEmpty()
                .allSatisfy(heads -> assertThat(ids).contains(heads.get(0).asText()));
    }

    @Test
    void offersEveryAccountToTheVisitor() throws IOException {
        assertThat(DemoRealm.accounts())
                .extracting(DemoAccount::username)
                .containsExactlyElementsOf(realm.get("users").findValuesAsText("username"));
    }

    @Test
    void isTheSameAtEveryStart() throws IOException {
        assertThat(DemoRealm.assemble(APPLICATION, "127.0.0.1", 2525)).isEqualTo(realm);
    }

    private static void collect(JsonNode group, String above, List<String> found) {
        String path = above + "/" + group.get("name").asText();
        found.add(group.get("id").asText() + " " + path);
        group.path("subGroups").forEach(child -> collect(child, path, found));
    }
}
