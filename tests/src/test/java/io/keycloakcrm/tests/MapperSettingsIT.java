package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote into a mapper or a role makes nobody an administrator and keeps nobody from signing in. */
@WithKeycloak
final class MapperSettingsIT {

    private final Crm crm;
    private final RealmApi plain;

    MapperSettingsIT(Crm crm) {
        this.crm = crm;
        this.plain = crm.newRealm();
    }

    private static Map<String, Object> mapper(String name, Map<String, String> settings) {
        Map<String, String> config =
                new HashMap<>(Map.of("access.token.claim", "true", "userinfo.token.claim", "true"));
        config.putAll(settings);
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", "crm-access", "config", config);
    }

    private static ApiResponse configure(RealmApi realm, Map<String, String> settings) {
        return realm.post(
                "client-scopes/" + Application.scopeId(realm, "crm") + "/protocol-mappers/models",
                mapper("second-" + UUID.randomUUID(), settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "realm_access",
                "resource_access",
                "sub",
                "aud",
                "scope",
                "groups",
                "realm_access.roles",
                "realm\\.access",
                "crm_departments",
                "_claim_names",
                "a{b"
            })
    void reservedClaimNamesAreRefused(String name) {
        ApiResponse answer = configure(plain, Map.of("claim.name", name)).expect(400);

        assertThat(answer.text()).contains("claim name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "many", "1000000"})
    void sizesThatAreNoneAreRefused(String bytes) {
        configure(plain, Map.of("max-claim-bytes", bytes)).expect(400);
    }

    @Test
    void anotherNameAndSizeAreTaken() {
        RealmApi realm = crm.newRealm();
        configure(realm, Map.of("claim.name", "acme", "max-claim-bytes", "8192"))
                .expect(201);
        String id = realm.post("crm/staff", Map.of("name", "Mei Lin", "email", "m@acme.example"))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);

        JsonNode claims = claims(Application.registered(realm, "app", Map.of()), id, "m@acme.example");

        assertThat(claims.path("acme").path("v").asInt()).isEqualTo(1);
    }

    @Test
    void aReservedNameThatCameWithAnImportIsNeverWritten() {
        String id = UUID.randomUUID().toString();
        RealmApi realm = new Company(crm)
                .withClientScope(Map.of(
                        "name", "evil",
                        "protocol", "openid-connect",
                        "protocolMappers",
                                List.of(
                                        mapper("evil", Map.of("claim.name", "realm_access")),
                                        mapper("subject", Map.of("claim.name", "sub")),
                                        mapper("path", Map.of("claim.name", "resource_access.realm-management")))))
                .withUser(id, "ann", Map.of(), List.of(), List.of())
                .opened();
        Application app = Application.registered(realm, "app", Map.of());
        realm.put(
                        "clients/" + realm.clientUuid("app") + "/default-client-scopes/"
                                + Application.scopeId(realm, "evil"),
                        Map.of())
                .expect(204);

        JsonNode claims = claims(app, id, "ann");

        assertThat(claims.path("sub").asText()).isEqualTo(id);
        assertThat(claims.path("realm_access").has("v")).isFalse();
        assertThat(claims.path("resource_access").has("realm-management")).isFalse();
        assertThat(warnings("mapper evil writes nothing")).isEqualTo(1);
    }

    @Test
    void attributesThatCannotBeReadGrantNothingAndFailNobody() {
        String id = UUID.randomUUID().toString();
        RealmApi realm = new Company(crm)
                .withRole(
                        "odd-role",
                        Map.of(
                                "crm.scope.customer", List.of("everything"),
                                "crm.scope.contract", List.of("department;departments", "self"),
                                "crm.scope.a b", List.of("all"),
                                "crm.scope.*", List.of("all")))
                .withUser(
                        id,
                        "ann",
                        Map.of("dataScope", List.of("order=all;x=1", "report=self"), "hireDate", List.of("yesterday")),
                        List.of(),
                        List.of("odd-role"))
                .opened();
        Application app = Application.registered(realm, "app", Map.of());

        JsonNode crmClaim = claims(app, id, "ann").path("crm");
        claims(app, id, "ann");

        assertThat(crmClaim.path("data_scopes").toString())
                .contains("\"*\":[{\"level\":\"all\"}]", "\"customer\":[]", "\"contract\":[{\"level\":\"self\"}]")
                .contains("\"order\":[]", "\"report\":[{\"level\":\"self\"}]");
        assertThat(crmClaim.has("hire_date")).isFalse();
        assertThat(warnings(realm.name() + ", role odd-role: crm.scope.customer grants nothing"))
                .isEqualTo(1);
        assertThat(warnings(realm.name() + ", user " + id + ": dataScope grants nothing"))
                .isEqualTo(1);
    }

    @Test
    void attributesWithoutAValueGrantNothingAndFailNobody() {
        RealmApi realm = crm.newRealm();
        List<String> noValue = Collections.singletonList(null);
        Map<String, List<String>> attributes =
                Map.of("crm.scope.customer", noValue, "crm.label.en", noValue, "crm.scope.*", List.of("all"));
        realm.post("roles", Map.of("name", "empty", "attributes", attributes)).expect(201);
        String id = realm.post(
                        "crm/staff", Map.of("name", "Mei Lin", "email", "m@acme.example", "roles", List.of("empty")))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);

        JsonNode scopes = claims(Application.registered(realm, "app", Map.of()), id, "m@acme.example")
                .path("crm")
                .path("data_scopes");

        assertThat(scopes.toString()).contains("\"customer\":[]", "\"*\":[{\"level\":\"all\"}]");
        realm.get("crm/roles").expect(200);
        assertThat(realm.get("crm/setup").expect(200).json().path("problems").findValuesAsText("role"))
                .contains("empty");
    }

    @Test
    void aDepartmentThatSomebodyIsNoMemberOfGrantsNothing() {
        String id = UUID.randomUUID().toString();
        String top = UUID.randomUUID().toString();
        RealmApi realm = new Company(crm)
                .withDepartments(top, 100)
                .withRole("head", Map.of("crm.scope.*", List.of("department_tree")))
                .withUser(id, "ann", Map.of("departmentId", List.of(top)), List.of(), List.of("head"))
                .opened();

        JsonNode crmClaim = claims(Application.registered(realm, "app", Map.of()), id, "ann")
                .path("crm");

        assertThat(crmClaim.has("department")).isFalse();
        assertThat(crmClaim.has("data_scopes")).as("%s", crmClaim).isFalse();
    }

    private static JsonNode claims(Application app, String id, String username) {
        return new Jwt(app.tokens(id, username, "openid crm")
                        .path("access_token")
                        .asText())
                .claims();
    }

    private long warnings(String text) {
        return crm.log().lines().stream().filter(line -> line.contains(text)).count();
    }
}
