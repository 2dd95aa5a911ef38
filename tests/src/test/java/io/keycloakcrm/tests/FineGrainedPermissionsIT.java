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
import org.junit.jupiter.api.Test;

/** With fine-grained permissions an administrator sees here exactly the people whom Keycloak's own list shows him. */
@WithKeycloak
final class FineGrainedPermissionsIT {

    private final RealmApi realm;

    private String visible = "";
    private String hidden = "";
    private RealmApi limited;

    FineGrainedPermissionsIT(Crm crm) {
        this.realm = crm.newRealm();
        this.limited = realm;
    }

    @BeforeAll
    void letSomebodySeeOneMember() {
        visible = member("visible@acme.example");
        hidden = member("hidden@acme.example");
        realm.put("crm/staff/" + visible, Map.of("manager", hidden)).expect(200);
        realm.post("crm/departments", Map.of("name", "Sales")).expect(201);
        limited = FineGrainedAdmin.appointed(realm, "query-users")
                .may("sees-one-member", "Users", List.of(visible), "view")
                .as();
    }

    private String member(String email) {
        return realm.post("crm/staff", Map.of("email", email))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void listsWhomKeycloakLists() {
        JsonNode list = limited.get("crm/staff").expect(200).json();

        assertThat(list.path("items").findValuesAsText("id"))
                .containsExactlyElementsOf(
                        limited.get("users").expect(200).json().findValuesAsText("id"))
                .containsExactly(visible);
        assertThat(list.path("total").asInt()).isEqualTo(1);
    }

    @Test
    void tellsNothingOfOthersBesideThem() {
        assertThat(limited.get("crm/staff/" + visible).expect(200).json().has("manager"))
                .isFalse();
        assertThat(realm.get("crm/staff/" + visible).expect(200).json().has("manager"))
                .isTrue();
        JsonNode seen = realm.asNewAdmin("query-groups", "view-users")
                .get("crm/departments")
                .expect(200)
                .json();
        assertThat(seen.path("items").path(0).has("members")).isTrue();
    }

    @Test
    void showsNobodyElse() {
        limited.get("crm/staff/" + visible).expect(200);
        limited.get("crm/staff/" + hidden).expect(403);
    }

    @Test
    void changesNobody() {
        limited.put("crm/staff/" + visible, Map.of("position", "Chief")).expect(403);
    }
}
