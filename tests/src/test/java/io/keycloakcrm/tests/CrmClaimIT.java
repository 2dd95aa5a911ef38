package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The claim stands where applications look for it, and nowhere else. */
@WithKeycloak
final class CrmClaimIT {

    private static final String CRM = "openid profile crm";

    private final RealmApi realm;
    private final Application app;
    private String east = "";
    private String zhou = "";

    CrmClaimIT(Crm crm) {
        this.realm = crm.newRealm();
        this.app = Application.registered(realm, "app", Map.of());
    }

    @BeforeAll
    void hire() {
        String sales =
                realm.post("crm/departments", Map.of("name", "销售部")).expect(201).createdId();
        east = realm.post("crm/departments", Map.of("name", "华东区", "parentId", sales))
                .expect(201)
                .createdId();
        zhou = realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                "周超平",
                                "email",
                                "zhou@acme.example",
                                "employeeNumber",
                                "GH01001",
                                "position",
                                "销售代表",
                                "hireDate",
                                "2024-01-18",
                                "department",
                                Map.of("id", east),
                                "roles",
                                List.of("customer-support")))
                .expect(201)
                .createdId();
        Application.welcome(realm, zhou);
    }

    private JsonNode tokens(Application application, String scope) {
        return application.tokens(zhou, "zhou@acme.example", scope);
    }

    private JsonNode inAccessToken(Application application) {
        return new Jwt(tokens(application, CRM).path("access_token").asText())
                .claims()
                .path("crm");
    }

    @Test
    void saysWhoThePersonIsAndWhatFollows() {
        JsonNode crm = inAccessToken(app);

        assertThat(crm.path("v").asInt()).isEqualTo(1);
        assertThat(crm.path("employee_number").asText()).isEqualTo("GH01001");
        assertThat(crm.path("position").asText()).isEqualTo("销售代表");
        assertThat(crm.path("hire_date").asText()).isEqualTo("2024-01-18");
        assertThat(crm.path("department").path("id").asText()).isEqualTo(east);
        assertThat(crm.path("department").path("path").asText()).isEqualTo("销售部/华东区");
        assertThat(crm.path("roles")).map(JsonNode::asText).containsExactly("customer-support");
        assertThat(crm.path("permissions").path("customer"))
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder("view", "edit");
        assertThat(crm.path("data_scopes").path("customer").toString()).isEqualTo("[{\"level\":\"all\"}]");
        assertThat(crm.path("data_scopes").path("customer:edit").toString())
                .isEqualTo("[{\"level\":\"department\",\"departments\":[\"" + east + "\"]}]");
    }

    @Test
    void makesTheTokenUsableAtTheCrm() {
        JsonNode claims = new Jwt(tokens(app, CRM).path("access_token").asText()).claims();

        assertThat(claims.path("aud").toString()).contains("\"crm\"");
    }

    @Test
    void isThereOnlyForWhoAsksForTheScope() {
        JsonNode claims = new Jwt(tokens(app, "openid").path("access_token").asText()).claims();

        assertThat(claims.has("crm")).isFalse();
    }

    @Test
    void isTheSameForAClientThatMayNotSeeAllRoles() {
        Application narrow = Application.registered(realm, "narrow", Map.of("fullScopeAllowed", false));

        assertThat(inAccessToken(narrow)).isEqualTo(inAccessToken(app)).isNotEmpty();
        assertThat(new Jwt(tokens(narrow, CRM).path("access_token").asText())
                        .claims()
                        .has("resource_access"))
                .isFalse();
    }

    @Test
    void isInUserinfoAndIntrospection() {
        String token = tokens(app, CRM).path("access_token").asText();
        JsonNode written = new Jwt(token).claims().path("crm");
        Application resourceServer = inAudience("resources");
        String other = tokens(resourceServer, CRM).path("access_token").asText();

        assertThat(app.userinfo(token).expect(200).json().path("crm")).isEqualTo(written);
        assertThat(resourceServer.introspect(other).expect(200).json().path("crm"))
                .isEqualTo(written);
    }

    @Test
    void isNotInTheIdToken() {
        assertThat(new Jwt(tokens(app, CRM).path("id_token").asText()).claims().has("crm"))
                .isFalse();
    }

    @Test
    void isLeftToTheIntrospectionOfALightweightToken() {
        Application light = inAudience("light");
        realm.put(
                        "clients/" + realm.clientUuid("light"),
                        Map.of(
                                "clientId",
                                "light",
                                "attributes",
                                Map.of("client.use.lightweight.access.token.enabled", "true")))
                .expect(204);
        String token = tokens(light, CRM).path("access_token").asText();

        assertThat(new Jwt(token).claims().has("crm")).isFalse();
        assertThat(light.introspect(token).expect(200).json().path("crm")).isEqualTo(inAccessToken(app));
    }

    @Test
    void comesWithTheNameAsItIsWritten() {
        JsonNode tokens = tokens(app, CRM);

        for (String token : List.of("access_token", "id_token")) {
            assertThat(new Jwt(tokens.path(token).asText())
                            .claims()
                            .path("name")
                            .asText())
                    .as(token)
                    .isEqualTo("周超平");
        }
        assertThat(app.userinfo(tokens.path("access_token").asText())
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("周超平");
    }

    @Test
    void followsTheDepartmentTreeAtOnce() {
        String north = realm.post("crm/departments", Map.of("name", "North"))
                .expect(201)
                .createdId();
        String city = realm.post("crm/departments", Map.of("name", "City", "parentId", north))
                .expect(201)
                .createdId();
        String id = realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                "Anna Müller",
                                "email",
                                "anna@acme.example",
                                "department",
                                Map.of("id", north),
                                "roles",
                                List.of("sales-director")))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);
        assertThat(scopeOf(id, "anna@acme.example")).containsExactlyInAnyOrder(north, city);

        String port = realm.post("groups/" + city + "/children", Map.of("name", "Port"))
                .expect(201)
                .createdId();
        assertThat(scopeOf(id, "anna@acme.example")).containsExactlyInAnyOrder(north, city, port);
        realm.delete("groups/" + city).expect(204);
        realm.put("groups/" + north, Map.of("name", "Nord")).expect(204);

        assertThat(scopeOf(id, "anna@acme.example")).containsExactly(north);
        assertThat(claim(id, "anna@acme.example")
                        .path("department")
                        .path("path")
                        .asText())
                .isEqualTo("Nord");
    }

    @Test
    void staysAsItIsWhenAChangeOfTheTreeIsRefused() {
        String before = inAccessToken(app).path("department").toString();
        realm.post("crm/departments", Map.of("name", "销售部")).expect(409);
        realm.put("crm/departments/" + east, Map.of("name", "a/b")).expect(400);

        assertThat(inAccessToken(app).path("department").toString()).isEqualTo(before);
    }

    private JsonNode claim(String id, String username) {
        return new Jwt(app.tokens(id, username, CRM).path("access_token").asText())
                .claims()
                .path("crm");
    }

    private List<String> scopeOf(String id, String username) {
        List<String> departments = new ArrayList<>();
        claim(id, username)
                .path("data_scopes")
                .path("*")
                .path(0)
                .path("departments")
                .forEach(department -> departments.add(department.asText()));
        return departments;
    }

    /** Keycloak tells nobody about a token that is not meant for him. */
    private Application inAudience(String clientId) {
        Application application = Application.registered(realm, clientId, Map.of());
        realm.post(
                        "clients/" + realm.clientUuid(clientId) + "/protocol-mappers/models",
                        Map.of(
                                "name",
                                "own-audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of(
                                        "included.client.audience",
                                        clientId,
                                        "access.token.claim",
                                        "true",
                                        "lightweight.claim",
                                        "true",
                                        "introspection.token.claim",
                                        "true")))
                .expect(201);
        return application;
    }
}
