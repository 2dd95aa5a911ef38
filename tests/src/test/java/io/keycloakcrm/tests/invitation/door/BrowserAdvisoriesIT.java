package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere where a browser had been somebody already, tried here. */
@WithKeycloak
final class BrowserAdvisoriesIT {

    private final DoorRealm realm;

    BrowserAdvisoriesIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
    }

    @Test
    @DisplayName("CVE-2022-23555, Kratos: try to submit while authenticated")
    void nobodyElsesAccountIsTouched() {
        String password = "Pw-someone-else";
        String name = "someone-" + System.nanoTime();
        String someone = person(name, password);
        Invited invited = realm.invited();
        var browser = new Browser();
        realm.signIn(browser, name, password);
        assertThat(browser.cookie("KEYCLOAK_IDENTITY")).isNotEmpty();

        Page asked = invited.enter(browser);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("crm-sign-out", name);
        assertThat(sessions(someone)).isEqualTo(1);
        assertThat(invited.state()).isEqualTo("pending");

        Page in = invited.finish(browser, browser.press(asked));
        assertThat(in.isApplication()).as(in.address().toString()).isTrue();
        assertThat(sessions(someone)).isZero();
        assertThat(sessions(invited.person().user())).isEqualTo(1);
        assertThat(realm.api()
                        .get("users/" + someone + "/credentials")
                        .expect(200)
                        .json())
                .hasSize(1);
    }

    @Test
    @DisplayName("authentik#25771: a second invitation in the same browser goes on with the first")
    void ofTwoInvitationsInOneBrowserTheSecondCounts() {
        Invited first = realm.invited();
        Invited second = realm.invited();
        var browser = new Browser();
        Page left = first.enter(browser);
        Page right = second.enter(browser);

        assertThat(right.text()).doesNotContain(first.person().address());
        assertThat(second.finish(browser, right).isApplication()).isTrue();
        assertThat(second.hasCredential()).isTrue();
        first.finish(browser, left);
        assertThat(first.hasCredential()).isFalse();
        assertThat(first.state()).isEqualTo("opened");
    }

    @Test
    @DisplayName("CVE-2026-7507: the session is one that somebody else has given the browser")
    void aGivenSessionIsNotGoneOnWith() {
        Invited invited = realm.invited();
        var attacker = new Browser();
        realm.signInPage(attacker);
        String given = attacker.cookie("AUTH_SESSION_ID");
        var victim = new Browser();
        victim.setCookie("AUTH_SESSION_ID", given);

        Page page = invited.enter(victim);

        assertThat(given).isNotEmpty();
        assertThat(victim.cookie("AUTH_SESSION_ID")).isNotEmpty().isNotEqualTo(given);
        assertThat(attacker.open(page.address()).text()).doesNotContain("password-new");
    }

    @Test
    @DisplayName("Login CSRF: another site presses the button")
    void anotherSiteCannotPressTheButton() {
        Invited invited = realm.invited();
        var browser = new Browser();
        browser.open(invited.link());
        Map<String, String> form = Map.of("state", browser.cookie("CRM_DOOR"));

        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(browser.post(invited.link(), form, Map.of("Sec-Fetch-Site", site))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(new Browser().post(invited.link(), form, Map.of()).status()).isEqualTo(400);
        assertThat(browser.post(invited.link(), Map.of("state", "A".repeat(43)), Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(invited.state()).isEqualTo("pending");
        assertThat(browser.post(invited.link(), form, Map.of("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("Impersonation: an administrator takes up an invitation as the person")
    void nobodyTakesUpAnInvitationAsAnother() {
        Invited invited = realm.invited();
        var browser = new Browser();
        ApiResponse impersonation = realm.api()
                .post("users/" + invited.person().user() + "/impersonation", Map.of())
                .expect(200);
        impersonation.headers().allValues("Set-Cookie").forEach(cookie -> {
            String pair = cookie.split(";", 2)[0];
            browser.setCookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });

        Page page = invited.enter(browser);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("crm-impersonated").doesNotContain("crm-sign-out");
        assertThat(invited.state()).isEqualTo("pending");
    }

    @Test
    void thePersonIsSignedInOnce() {
        Invited invited = realm.invited();
        var browser = new Browser();
        assertThat(invited.finish(browser, invited.enter(browser)).isApplication())
                .isTrue();
        assertThat(sessions(invited.person().user())).isEqualTo(1);
    }

    private String person(String name, String password) {
        realm.api().secrets().accept(password);
        return realm.api()
                .post(
                        "users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@acme.example",
                                "firstName",
                                name,
                                "lastName",
                                "Other",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .expect(201)
                .createdId();
    }

    private int sessions(String user) {
        return realm.api().get("users/" + user + "/sessions").expect(200).json().size();
    }
}
