package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the claim of a person was read from may change: the next token says so, though the one before came from memory. */
@WithKeycloak
final class ClaimFollowsIT {

    private static final String ROOT = "crm.department-root";

    private final Crm crm;
    private RealmApi realm;
    private Application app;
    private String sales = "";
    private String person = "";
    private JsonNode tokens;

    ClaimFollowsIT(Crm crm) {
        this.crm = crm;
    }

    @BeforeEach
    void signInUntilTheClaimIsRemembered() {
        realm = crm.newRealm();
        app = Application.registered(realm, "app", Map.of());
        sales = realm.post("crm/departments", Map.of("name", "Sales"))
                .expect(201)
                .createdId();
        role("seller", Map.of("crm.scope.customer", List.of("self")));
        addTo("seller", "customer:view");
        person = realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                "Ada Sales",
                                "email",
                                "ada@acme.example",
                                "position",
                                "Seller",
                                "department",
                                Map.of("id", sales),
                                "roles",
                                List.of("seller")))
                .expect(201)
                .createdId();
        Application.welcome(realm, person);
        tokens = app.tokens(person, "ada@acme.example", "openid crm");
        for (int i = 0; i < 3; i++) {
            assertThat(permissions().toString()).isEqualTo("{\"customer\":[\"view\"]}");
        }
    }

    @Test
    void aRoleThatIsGivenOneMorePermission() {
        addTo("seller", "customer:edit");

        assertThat(permissions().path("customer")).map(JsonNode::asText).containsExactlyInAnyOrder("view", "edit");
    }

    @Test
    void aRoleWhoseScopeIsChangedOnKeycloaksOwnPage() {
        JsonNode seller = realm.get("roles/seller").json();
        realm.put(
                        "roles-by-id/" + seller.path("id").asText(),
                        Map.of("name", "seller", "attributes", Map.of("crm.scope.customer", List.of("all"))))
                .expect(204);

        assertThat(claim().path("data_scopes").path("customer").toString()).isEqualTo("[{\"level\":\"all\"}]");
    }

    @Test
    void aRoleThatIsNoMore() {
        realm.delete("roles/seller").expect(204);

        assertThat(claim().has("roles")).isFalse();
        assertThat(permissions()).isEmpty();
    }

    @Test
    void aPermissionThatIsNoMore() {
        realm.delete("clients/" + realm.clientUuid("crm") + "/roles/customer:view")
                .expect(204);

        assertThat(permissions()).isEmpty();
    }

    @Test
    void aClientThatHoldsPermissionsNoLonger() {
        realm.put("clients/" + realm.clientUuid("crm"), Map.of("clientId", "formerly-crm"))
                .expect(204);

        assertThat(permissions()).isEmpty();
    }

    @Test
    void aRoleGivenToTheDepartment() {
        realm.post(
                        "groups/" + sales + "/role-mappings/clients/" + realm.clientUuid("crm"),
                        List.of(permission("lead:view")))
                .expect(204);

        assertThat(permissions().has("lead")).isTrue();
    }

    @Test
    void aDepartmentMovedBelowOneWithRoles() {
        String top =
                realm.post("crm/departments", Map.of("name", "Top")).expect(201).createdId();
        realm.post(
                        "groups/" + top + "/role-mappings/clients/" + realm.clientUuid("crm"),
                        List.of(permission("lead:view")))
                .expect(204);
        assertThat(permissions().has("lead")).isFalse();

        realm.put("crm/departments/" + sales, Map.of("parentId", top)).expect(200);

        assertThat(permissions().has("lead")).isTrue();
        assertThat(claim().path("department").path("path").asText()).isEqualTo("Top/Sales");
    }

    @Test
    void aDepartmentFarBelowOneThatIsReachedWithAllBelowIt() {
        String east = department("East", sales);
        realm.put("crm/roles/seller", Map.of("scopes", Map.of("customer", "department_tree")))
                .expect(200);
        for (int i = 0; i < 3; i++) {
            assertThat(reached()).containsExactlyInAnyOrder(sales, east);
        }

        String shanghai = department("Shanghai", east);

        assertThat(reached()).containsExactlyInAnyOrder(sales, east, shanghai);
    }

    private String department(String name, String above) {
        return realm.post("crm/departments", Map.of("name", name, "parentId", above))
                .expect(201)
                .createdId();
    }

    private List<String> reached() {
        JsonNode reached = claim().path("data_scopes").path("customer").path(0).path("departments");
        return StreamSupport.stream(reached.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void aRoleGivenToEverybody() {
        realm.post("roles/default-roles-" + realm.name() + "/composites", List.of(permission("lead:view")))
                .expect(204);

        assertThat(permissions().has("lead")).isTrue();
    }

    @Test
    void aRoleGivenToThePerson() {
        realm.grant(person, "crm", "lead:view");

        assertThat(permissions().has("lead")).isTrue();
    }

    @Test
    void whatHrSaysOfThePerson() {
        realm.put("crm/staff/" + person, Map.of("position", "Director")).expect(200);

        assertThat(claim().path("position").asText()).isEqualTo("Director");
    }

    @Test
    void anotherRootOfTheDepartments() {
        String elsewhere =
                realm.post("groups", Map.of("name", "elsewhere")).expect(201).createdId();
        realm.put("", Map.of("attributes", Map.of(ROOT, elsewhere))).expect(204);

        assertThat(claim().has("department")).isFalse();
    }

    @Test
    void aRootOfTheDepartmentsWhereThereWasNone() {
        String root =
                realm.get("").expect(200).json().path("attributes").path(ROOT).asText();
        realm.put("", Map.of("attributes", Map.of(ROOT, ""))).expect(204);
        for (int i = 0; i < 3; i++) {
            assertThat(claim().has("department")).isFalse();
        }

        realm.put("", Map.of("attributes", Map.of(ROOT, root))).expect(204);

        assertThat(claim().path("department").path("path").asText()).isEqualTo("Sales");
    }

    private void role(String name, Map<String, List<String>> attributes) {
        realm.post("roles", Map.of("name", name, "attributes", attributes)).expect(201);
    }

    private void addTo(String role, String permission) {
        realm.post("roles/" + role + "/composites", List.of(permission(permission)))
                .expect(204);
    }

    private JsonNode permission(String name) {
        return realm.get("clients/" + realm.clientUuid("crm") + "/roles/" + name)
                .expect(200)
                .json();
    }

    private JsonNode permissions() {
        return claim().path("permissions");
    }

    private JsonNode claim() {
        tokens = app.refreshed(tokens.path("refresh_token").asText());
        return new Jwt(tokens.path("access_token").asText()).claims().path("crm");
    }
}
