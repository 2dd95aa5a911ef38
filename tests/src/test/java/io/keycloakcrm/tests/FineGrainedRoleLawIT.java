package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** With fine-grained permissions an administrator of the realm makes roles as strong as those that he may grant. */
@WithKeycloak
final class FineGrainedRoleLawIT {

    private final Crm crm;
    private final RealmApi realm;
    private RealmApi limited;

    FineGrainedRoleLawIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.limited = realm;
    }

    @BeforeAll
    void letSomebodyGrantTwoRoles() {
        realm.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self;regions=east")))
                .expect(201);
        limited = FineGrainedAdmin.appointed(realm, "manage-realm", "query-users")
                .may("grants-to-anybody", "Users", List.of(), "map-roles")
                .may("grants-two-roles", "Roles", List.of(id("junior"), id("sales-rep")), "map-role")
                .as();
    }

    @Test
    void putsInWhatHeMayGrant() {
        limited.put("crm/roles/junior", Map.of("composites", List.of("sales-rep")))
                .expect(200);
    }

    @Test
    void putsInNothingElse() {
        assertThat(limited.put("crm/roles/junior", Map.of("composites", List.of("finance")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.role-not-grantable");
    }

    @Test
    void widensNoFurtherThanTheWidestOfThem() {
        limited.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self")))
                .expect(200);

        assertThat(limited.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "all")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.scope-too-wide");
    }

    @Test
    void strengthensNoRoleThatHeMayNotGrant() {
        assertThat(limited.put("crm/roles/finance", Map.of("composites", List.of("sales-rep")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.role-not-yours");
    }

    @Test
    void widensNoFurtherWhereOnlyHisRolesAreLeft() {
        RealmApi elsewhere = crm.newRealm();
        elsewhere
                .put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self")))
                .expect(201);
        String junior =
                elsewhere.get("roles/junior").expect(200).json().path("id").asText();
        RealmApi last = FineGrainedAdmin.appointed(elsewhere, "manage-realm", "query-users")
                .may("grants-to-anybody", "Users", List.of(), "map-roles")
                .may("grants-one-role", "Roles", List.of(junior), "map-role")
                .as();
        for (String other : elsewhere
                .get("crm/roles?max=500")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("name")) {
            if (!other.equals("junior")) {
                last.delete("roles/" + other).expect(204);
            }
        }

        assertThat(last.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "all")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.scope-too-wide");
    }

    @Nested
    final class WhoGrantsToSomePeopleOnly {

        private final RealmApi elsewhere = crm.newRealm();
        private final RealmApi narrow;

        WhoGrantsToSomePeopleOnly() {
            String member = elsewhere
                    .post("crm/staff", Map.of("email", "one@acme.example", "roles", List.of("sales-rep")))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            narrow = FineGrainedAdmin.appointed(elsewhere, "manage-realm", "query-users")
                    .may("grants-to-one", "Users", List.of(member), "view", "map-roles")
                    .may("grants-all-roles", "Roles", List.of(), "map-role")
                    .as();
        }

        @Test
        void strengthensNoRoleThatOthersHave() {
            assertThat(narrow.put("crm/roles/sales-rep", Map.of("composites", List.of("finance")))
                            .expect(403)
                            .code())
                    .isEqualTo("crm.access.role-not-yours");
            assertThat(narrow.put("crm/roles/sales-rep", Map.of("scopes", Map.of("*", "all")))
                            .expect(403)
                            .code())
                    .isEqualTo("crm.access.role-not-yours");
        }

        @Test
        void namesItNonetheless() {
            narrow.put("crm/roles/sales-rep", Map.of("labels", Map.of("en", "Rep")))
                    .expect(200);
        }
    }

    private String id(String role) {
        JsonNode found = realm.get("roles/" + role).expect(200).json();
        return found.path("id").asText();
    }
}
