package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.api.SignInApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An administrator sees why somebody cannot sign in, and what to do about it. */
@WithKeycloak
final class SignInCheckIT {

    private final RealmApi realm;

    SignInCheckIT(Crm crm) {
        this.realm = crm.newRealm();
        crm.admin()
                .put(
                        "/admin/realms/" + realm.name(),
                        Map.of(
                                "bruteForceProtected",
                                true,
                                "failureFactor",
                                2,
                                "quickLoginCheckMilliSeconds",
                                0,
                                "eventsEnabled",
                                true))
                .expect(204);
    }

    @Test
    void findsNothingWhereNothingIs() {
        String id = member("fine");
        signIn(id, "fine");

        JsonNode report = check(id);

        assertThat(report.path("possible").asBoolean()).as("%s", report).isTrue();
        assertThat(codes(report)).containsExactly("crm.signin.clear");
    }

    @Test
    void tellsThatThereIsNoCredentialYet() {
        JsonNode report = check(member("fresh"));

        assertThat(report.path("possible").asBoolean()).isFalse();
        assertThat(codes(report)).containsExactly("crm.signin.no-credential");
        assertThat(report.path("findings").path(0).path("next").asText()).startsWith("Invite the person");
    }

    @Test
    void tellsThatTheAccountIsDisabled() {
        String id = member("off");
        change(id, user -> user.put("enabled", false));

        assertThat(codes(check(id))).first().isEqualTo("crm.signin.disabled");
    }

    @Test
    void saysNothingOfAValidityThatKeepsNobodyOut() {
        String id = member("late");
        signIn(id, "late");
        realm.put("crm/staff/" + id, Map.of("validFrom", "2019-01-01T00:00:00Z", "validUntil", "2020-01-01T00:00:00Z"))
                .expect(200);

        new SignInApi(realm).password(id, "late", "openid").expect(200);
        assertThat(check(id).path("possible").asBoolean()).isTrue();
        assertThat(codes(check(id))).containsExactly("crm.signin.clear");
    }

    @Test
    void tellsOfALockAndOfTheLastError() {
        String id = member("locked");
        signIn(id, "locked");
        for (int i = 0; i < 3; i++) {
            wrongPassword("locked");
        }

        JsonNode report = check(id);

        assertThat(report.path("possible").asBoolean()).as("%s", report).isFalse();
        assertThat(finding(report, "crm.signin.locked-temporarily").path("time").asText())
                .isNotBlank();
        assertThat(finding(report, "crm.signin.last-error").path("value").asText())
                .isIn("invalid_user_credentials", "user_temporarily_disabled");
    }

    @Test
    void tellsTheLastErrorOnlyToWhoMaySeeEvents() {
        String id = member("private");
        signIn(id, "private");
        wrongPassword("private");

        assertThat(codes(check(id))).contains("crm.signin.last-error");
        assertThat(codes(realm.asNewAdmin("view-users")
                        .get("crm/staff/" + id + "/sign-in")
                        .expect(200)
                        .json()))
                .doesNotContain("crm.signin.last-error");
    }

    @Test
    void tellsWhatIsAskedOnTheWayIn() {
        String id = member("busy");
        signIn(id, "busy");
        change(id, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));

        JsonNode report = check(id);

        assertThat(report.path("possible").asBoolean()).isTrue();
        assertThat(finding(report, "crm.signin.action-open").path("effect").asText())
                .isEqualTo("asks");
    }

    @Test
    void isForThoseWhoMayViewThePerson() {
        String id = member("viewed");

        realm.asNewAdmin("query-users").get("crm/staff/" + id + "/sign-in").expect(403);
        realm.asNewAdmin("view-users").get("crm/staff/nobody/sign-in").expect(404);
    }

    private String member(String name) {
        return realm.post(
                        "crm/staff",
                        Map.of("username", name, "email", name + "@acme.example", "firstName", "A", "lastName", "B"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void signIn(String id, String username) {
        new SignInApi(realm).withNewPassword(id, username, "openid").expect(200);
    }

    private void wrongPassword(String username) {
        new SignInApi(realm).password("wrong", username, "openid").expect(400, 401);
    }

    private void change(String id, Consumer<ObjectNode> change) {
        ObjectNode user = (ObjectNode) realm.get("users/" + id).expect(200).json();
        change.accept(user);
        realm.put("users/" + id, user).expect(204);
    }

    private JsonNode check(String id) {
        return realm.get("crm/staff/" + id + "/sign-in").expect(200).json();
    }

    private static List<String> codes(JsonNode report) {
        return report.path("findings").findValuesAsText("code");
    }

    private static JsonNode finding(JsonNode report, String code) {
        for (JsonNode one : report.path("findings")) {
            if (one.path("code").asText().equals(code)) {
                return one;
            }
        }
        throw new AssertionError("no " + code + " in " + report);
    }
}
