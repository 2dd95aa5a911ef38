package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.DepartmentsSource;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand departments and two hundred roles make no token that a web server refuses, and no department is lost. */
@WithKeycloak
final class AccessOverflowIT {

    private static final int BELOW = 10_000;
    private static final int MAX_CLAIM_BYTES = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String top = UUID.randomUUID().toString();
    private final String head = UUID.randomUUID().toString();
    private final RealmApi realm;
    private final Application app;

    AccessOverflowIT(Crm crm) {
        var company = new Company(crm).withDepartments(top, BELOW);
        List<String> roles = IntStream.range(0, 200).mapToObj(n -> "r" + n).toList();
        for (String role : roles) {
            company.withRole(
                    role,
                    Map.of(
                            "crm.scope.customer", List.of("department_tree"),
                            "crm.scope.contract", List.of("department_tree;regions=east")));
        }
        company.withUser(head, "head", Map.of("departmentId", List.of(top)), List.of("/departments/Acme"), roles);
        this.realm = company.opened();
        this.app = Application.registered(realm, "app", Map.of());
    }

    private String token() {
        return app.tokens(head, "head", "openid crm").path("access_token").asText();
    }

    private static Map<String, Object> map(JsonNode json) {
        return JSON.convertValue(json, new TypeReference<>() {});
    }

    @Test
    void keepsTheClaimBelowItsCap() {
        JsonNode crm = new Jwt(token()).claims().path("crm");

        assertThat(crm.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MAX_CLAIM_BYTES);
        assertThat(crm.path("roles")).hasSize(200);
        assertThat(crm.path("data_scopes").path("customer").toString())
                .isEqualTo("[{\"level\":\"department_tree\",\"departments\":\"crm_departments#0\"}]");
    }

    @Test
    void fitsIntoTheHeaderOfAWebServer() {
        assertThat(token()).hasSizeLessThan(8192);
    }

    @Test
    void saysWhereTheListsAre() {
        assertThat(DepartmentsSource.in(map(new Jwt(token()).claims())))
                .hasValueSatisfying(source -> assertThat(source.endpoint())
                        .isEqualTo(realm.client().server().resolve("/realms/" + realm.name() + "/crm/access")));
    }

    @Test
    void answersThemWhole() {
        String token = token();
        CrmClaim claim = CrmClaim.ofToken(map(new Jwt(token).claims()));
        JsonNode document = app.access(token).expect(200).json();

        CrmClaim whole = claim.resolve(DepartmentLists.parse(map(document).get("crm_departments")));

        assertThat(document.path("crm_departments").path(0)).hasSize(BELOW + 1);
        assertThat(whole.unresolved()).isFalse();
        for (JsonNode department : document.path("crm_departments").path(0)) {
            assertThat(CrmAccess.of(head, whole)
                            .claim()
                            .dataScopes()
                            .grantsFor("customer", "view")
                            .get(0)
                            .matches(head, new CrmRecord("nobody", department.asText(), null)))
                    .isTrue();
        }
    }

    @Test
    void refusesReferencesThatWouldMeanOtherListsByNow() {
        String token = token();
        app.access(token).expect(200);

        realm.put("roles/r0", Map.of("name", "r0", "attributes", Map.of("crm.scope.customer:edit", List.of("all"))))
                .expect(204);

        app.access(token).expect(401);
        app.access(token()).expect(200);
    }
}
