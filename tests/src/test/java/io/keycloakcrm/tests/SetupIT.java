package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Setup makes any realm a CRM realm, once and for all. */
@WithKeycloak
final class SetupIT {

    private static final Map<String, Object> PLAIN = Map.of();

    private final Crm crm;

    SetupIT(Crm crm) {
        this.crm = crm;
    }

    @Test
    void saysBeforehandWhatIsMissing() {
        JsonNode status = crm.newPlainRealm().get("crm/setup").expect(200).json();

        assertThat(status.path("complete").asBoolean(true)).isFalse();
        assertThat(status.path("items")).isNotEmpty();
    }

    @Test
    void leavesNothingMissing() {
        JsonNode status = crm.newRealm().get("crm/setup").expect(200).json();

        assertThat(status.path("complete").asBoolean()).as("%s", status).isTrue();
    }

    @Test
    void changesNothingTheSecondTime() {
        RealmApi realm = crm.newRealm();

        JsonNode report = realm.post("crm/setup", PLAIN).expect(200).json();

        assertThat(report.path("items").findValuesAsText("result")).isNotEmpty().containsOnly("unchanged");
    }

    @Test
    void keepsWhatAnAdministratorHasChanged() {
        RealmApi realm = crm.newRealm();
        realm.put("roles/sales-rep", Map.of("name", "sales-rep", "description", "ours"))
                .expect(204);

        realm.post("crm/setup", PLAIN).expect(200);

        assertThat(realm.get("roles/sales-rep").json().path("description").asText())
                .isEqualTo("ours");
    }

    @Test
    void adoptsExistingUsersOnRequestOnly() {
        RealmApi realm = crm.newPlainRealm();
        realm.post("users", Map.of("username", "old-hand", "email", "old@acme.example", "enabled", true))
                .expect(201);
        realm.post("crm/setup", PLAIN).expect(200);
        assertThat(members(realm)).isZero();

        realm.post("crm/setup", Map.of("adoptUsers", true)).expect(200);

        assertThat(members(realm)).isEqualTo(1);
    }

    @Test
    void showsTheSecretOfAServiceClientOnceOnly() {
        RealmApi realm = crm.newRealm();
        var request = Map.of("serviceClient", Map.of("clientId", "hr-sync"));

        String secret = secret(realm.post("crm/setup", request).expect(200).json());
        crm.secrets().add(secret);

        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(secret(realm.post("crm/setup", request).expect(200).json())).isEmpty();
    }

    @Test
    void givesTheServiceClientNoMoreThanStaffAndDepartments() {
        RealmApi realm = crm.newRealm();
        JsonNode report = realm.post("crm/setup", Map.of("serviceClient", Map.of("clientId", "hr-sync")))
                .expect(200)
                .json();
        crm.secrets().add(secret(report));
        RealmApi automation = realm.asClient("hr-sync", secret(report));

        assertThat(automation.get("crm/staff").status()).isEqualTo(200);
        assertThat(automation.get("crm/departments").status()).isEqualTo(200);
        assertThat(automation.get("clients").status()).isEqualTo(403);
        assertThat(automation.post("crm/setup", PLAIN).status()).isEqualTo(403);
        assertThat(automation.put("", Map.of("displayName", "mine")).status()).isEqualTo(403);
    }

    @Test
    void bringsARealmOfAnEarlierReleaseTheStepsOfOnboardingInTheirOrder() {
        RealmApi realm = crm.newRealm();
        realm.delete("authentication/required-actions/crm-terms").expect(204);
        realm.delete("authentication/required-actions/crm-onboarding").expect(204);
        assertThat(realm.get("crm/setup").json().path("complete").asBoolean(true))
                .isFalse();

        realm.post("crm/setup", PLAIN).expect(200);

        assertThat(realm.get("authentication/required-actions")
                        .expect(200)
                        .json()
                        .findValuesAsText("alias"))
                .filteredOn(alias -> !alias.equals("TERMS_AND_CONDITIONS")) // is disabled
                .startsWith(
                        "crm-onboarding",
                        "crm-welcome",
                        "crm-password",
                        "crm-phone",
                        "webauthn-register-passwordless",
                        "crm-terms")
                .endsWith("crm-getting-started");
    }

    @Test
    void leavesAStepThatAnAdministratorSwitchedOff() {
        RealmApi realm = crm.newRealm();
        ObjectNode phone = (ObjectNode) realm.get("authentication/required-actions/crm-phone")
                .expect(200)
                .json();
        realm.put("authentication/required-actions/crm-phone", phone.put("enabled", false))
                .expect(204);

        realm.post("crm/setup", PLAIN).expect(200);

        assertThat(realm.get("authentication/required-actions/crm-phone")
                        .json()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void isRefusedToAnAdministratorOfUsersOnly() {
        RealmApi limited = crm.newRealm().asNewAdmin("manage-users");

        assertThat(limited.post("crm/setup", PLAIN).status()).isEqualTo(403);
    }

    private static int members(RealmApi realm) {
        return realm.get("crm/staff?max=1").expect(200).json().path("total").asInt();
    }

    private static String secret(JsonNode report) {
        return report.path("serviceClient").path("secret").asText("");
    }
}
