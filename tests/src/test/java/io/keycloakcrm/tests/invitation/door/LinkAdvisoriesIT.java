package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What went wrong with links of this kind elsewhere, tried here. */
@WithKeycloak
final class LinkAdvisoriesIT {

    private final DoorRealm realm;
    private final DoorRealm other;

    LinkAdvisoriesIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
        this.other = DoorRealm.in(crm);
    }

    @Test
    @DisplayName("Kratos: submit code after flow expired")
    void whoIsTooSlowStartsAnew() {
        Invited invited = realm.invited();
        var browser = new Browser();
        Page page = invited.beforeCredential(browser);
        invited.person().expireIn(invited.edition(), Duration.ofMillis(-1));

        assertThat(invited.finish(browser, page).status()).isEqualTo(410);
        assertThat(invited.hasCredential()).isFalse();
    }

    @Test
    @DisplayName("A link replaces no credential")
    void whoHasAPasswordSignsInWithIt() {
        Invited invited = realm.invited();
        realm.api()
                .put(
                        "users/" + invited.person().user() + "/reset-password",
                        Map.of("type", "password", "value", invited.password(), "temporary", false))
                .expect(204);

        assertThat(invited.enter(new Browser()).text())
                .contains("name=\"password\"")
                .doesNotContain("password-new");
    }

    @Test
    @DisplayName("CVE-2026-73431, CVE-2025-69614: a link is used again after it has done its work")
    void aLinkThatWasClaimedLeadsToTheSignInAlone() {
        Invited invited = realm.invited();
        var owner = new Browser();
        var late = new Browser();
        Page stolen = invited.enter(late);
        assertThat(invited.finish(owner, invited.enter(owner)).isApplication()).isTrue();

        assertThat(invited.finish(late, stolen).status()).isEqualTo(410);
        Page again = new Browser().open(invited.link());
        if (again.status() == 200) {
            var third = new Browser();
            Page signIn = third.press(third.open(invited.link()));
            assertThat(signIn.text()).contains("name=\"password\"").doesNotContain("password-new");
        } else {
            assertThat(again.status()).isEqualTo(410);
        }
    }

    @Test
    void theLinkOfAClaimedInvitationLeadsToTheApplicationByThePassword() {
        Invited invited = realm.invited();
        assertThat(invited.person().take("claim", invited.edition())).isTrue();
        realm.api()
                .put(
                        "users/" + invited.person().user() + "/reset-password",
                        Map.of("type", "password", "value", invited.password(), "temporary", false))
                .expect(204);
        var browser = new Browser();
        Page signIn = invited.enter(browser);

        assertThat(signIn.text()).contains("name=\"password\"");
        Page in = browser.press(signIn, Map.of("username", invited.person().address(), "password", invited.password()));
        assertThat(in.isApplication() || in.address().getPath().endsWith("/required-action"))
                .as(in.address().toString())
                .isTrue();
    }

    @Test
    @DisplayName("CVE-2025-64101: poisoned headers reach a link")
    void poisonedHeadersReachNoLink() {
        Invited invited = realm.invited();
        Map<String, String> poison = Map.of(
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "host=evil.example;proto=https",
                "X-Original-Host",
                "evil.example");
        var browser = new Browser();
        ApiResponse page = browser.ask("GET", invited.link(), poison);
        assertThat(page.text()).doesNotContain("evil.example");
        assertThat(browser.ask("GET", realm.page("crm/new-link"), poison).text())
                .doesNotContain("evil.example");

        ApiResponse on = browser.post(invited.link(), Map.of("state", browser.cookie("CRM_DOOR")), poison);
        assertThat(on.headers().firstValue("Location").orElseThrow())
                .startsWith(realm.api().client().server().toString());
    }

    @Test
    @DisplayName("CVE-2025-64101: a poisoned Host reaches a link")
    void aPoisonedHostReachesNoLink() throws IOException {
        URI link = realm.invited().link();
        for (String method : List.of("GET", "POST")) {
            String answer = raw(
                    link,
                    method + " " + link.getRawPath() + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n");
            assertThat(answer).contains("HTTP/1.1 ", "crm-enter").doesNotContain("evil.example");
        }
    }

    private static String raw(URI server, String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPlaceWithoutOnboardingLetsNobodyIn() {
        Map<String, Object> gate = Map.of("alias", "crm-onboarding", "providerId", "crm-onboarding");
        Invited invited = other.invited();
        Map<String, Object> off = new HashMap<>(gate);
        off.put("name", "crm-onboarding");
        off.put("enabled", false);
        other.api().put("authentication/required-actions/crm-onboarding", off).expect(204);

        assertThat(invited.enter(new Browser()).status()).isEqualTo(410);

        off.put("enabled", true);
        other.api().put("authentication/required-actions/crm-onboarding", off).expect(204);
    }
}
