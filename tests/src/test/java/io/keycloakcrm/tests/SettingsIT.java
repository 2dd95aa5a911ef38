package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a realm looks, invites and welcomes is set in one place, and nothing is taken that its pages could not bear. */
@WithKeycloak
final class SettingsIT {

    private static final Map<String, Object> BRAND = Map.of(
            "name", "华夏银行",
            "color", "#c8102e",
            "logo", "data:image/png;base64,iVBORw0KGgo=",
            "support", "it-help@acme.example");

    private final Crm crm;
    private final RealmApi realm;

    SettingsIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @Test
    void answersDefaultsBeforeAnybodyHasChosen() {
        JsonNode settings = crm.newRealm().get("crm/settings").expect(200).json();

        assertThat(settings.path("invitation").path("life").asText()).isEqualTo("PT72H");
        assertThat(settings.path("onboarding").path("phone").asText()).isEqualTo("off");
        assertThat(settings.path("brand")).isEmpty();
    }

    @Test
    void changesTheFieldsThatAreGivenAndNoOther() {
        RealmApi other = crm.newRealm();
        other.put("crm/settings", Map.of("brand", BRAND)).expect(200);
        other.put("crm/settings", Map.of("invitation", Map.of("copyLink", true)))
                .expect(200);

        JsonNode settings = other.put(
                        "crm/settings",
                        Map.of("brand", Map.of("color", "#0b57b7"), "invitation", Map.of("life", "P7D")))
                .expect(200)
                .json();

        assertThat(settings.path("brand").path("color").asText()).isEqualTo("#0b57b7");
        assertThat(settings.path("brand").path("name").asText()).isEqualTo("华夏银行");
        assertThat(settings.path("invitation").path("life").asText()).isEqualTo("PT168H");
        assertThat(settings.path("invitation").path("copyLink").asBoolean()).isTrue();
    }

    @Test
    void takesBackAFieldThatIsNull() {
        RealmApi other = crm.newRealm();
        other.put("crm/settings", Map.of("brand", BRAND)).expect(200);

        JsonNode settings = other.put("crm/settings", Map.of("brand", Collections.singletonMap("logo", null)))
                .expect(200)
                .json();

        assertThat(settings.path("brand").has("logo")).isFalse();
        assertThat(settings.path("brand").path("color").asText()).isEqualTo("#c8102e");
        assertThat(other.get("").expect(200).json().path("attributes").has("crm.brand.logo"))
                .isFalse();
    }

    @Test
    void blamesNobodyForWhatTheConsoleHasWritten() {
        RealmApi other = crm.newRealm();
        other.put("", Map.of("attributes", Map.of("crm.brand.color", "crimson")))
                .expect(204);

        other.put("crm/settings", Map.of("brand", Map.of("name", "Acme"))).expect(200);

        assertThat(other.put("crm/settings", Map.of("brand", Map.of("color", "crimson")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsTheFirstStepsOfANewColleague() {
        var steps = List.of(Map.of("label", "${welcome}", "url", "https://intranet.acme.example/hello"));

        JsonNode settings = realm.put("crm/settings", Map.of("onboarding", Map.of("gettingStarted", steps)))
                .expect(200)
                .json();

        assertThat(settings.path("onboarding")
                        .path("gettingStarted")
                        .path(0)
                        .path("label")
                        .asText())
                .isEqualTo("${welcome}");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        ApiResponse refused = realm.put(
                "crm/settings",
                Map.of(
                        "brand", Map.of("color", "red", "logo", "http://acme.example/logo.png", "name", "<b>"),
                        "invitation", Map.of("life", "PT1M", "client", "nobody", "perAddressPerDay", 0),
                        "onboarding", Map.of("termsUrl", "javascript:alert(1)", "phone", "maybe")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("errorMessage"))
                .containsExactlyInAnyOrder(
                        "crm.settings.color-invalid",
                        "crm.settings.logo-invalid",
                        "crm.settings.name-invalid",
                        "crm.settings.life-invalid",
                        "crm.settings.client-unknown",
                        "crm.settings.number-invalid",
                        "crm.settings.url-invalid",
                        "crm.settings.phone-invalid");
    }

    @Test
    void refusesASettingThatThereIsNot() {
        ApiResponse refused = realm.put("crm/settings", Map.of("brand", Map.of("colour", "#c8102e")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("brand.colour");
    }

    @Test
    void areChangedByAdministratorsOfTheRealmOnly() {
        RealmApi other = crm.newRealm();
        RealmApi people = other.asNewAdmin("manage-users");

        assertThat(people.get("crm/settings").status()).isEqualTo(200);
        assertThat(people.put("crm/settings", Map.of("brand", BRAND)).status()).isEqualTo(403);
        assertThat(other.asNewAdmin("view-clients").get("crm/settings").status())
                .isEqualTo(403);
        assertThat(other.asNewAdmin("manage-realm")
                        .put("crm/settings", Map.of("brand", BRAND))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showUpInTheRealmsPagesAtOnce() {
        RealmApi other = crm.newRealm();
        String style = "/realms/" + other.name() + "/crm/brand/style.css";
        String before = crm.anonymous().get(style).expect(200).text();

        other.put("crm/settings", Map.of("brand", BRAND)).expect(200);

        assertThat(crm.anonymous().get(style).expect(200).text())
                .isNotEqualTo(before)
                .contains("#c8102e");
        assertThat(crm.anonymous()
                        .get("/realms/" + other.name() + "/crm/brand/logo")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answerNoLogoWhereThereIsNone() {
        assertThat(crm.anonymous()
                        .get("/realms/" + realm.name() + "/crm/brand/logo")
                        .status())
                .isEqualTo(404);
    }
}
