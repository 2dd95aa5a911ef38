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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What went wrong with links of this kind elsewhere, tried here. */
@WithKeycloak
final class LinkAdvisoriesIT {

    private static final String ACTION_TOKEN = "/login-actions/action-token";

    private final DoorRealm realm;
    private final DoorRealm other;
    private final DoorRealm lesser;

    LinkAdvisoriesIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
        this.lesser = new DoorRealm(realm.api().asNewAdmin("manage-users", "manage-realm"));
        this.other = DoorRealm.in(crm);
    }

    @Test
    @DisplayName("CVE-2026-1529: the token is taken without its signature")
    void forgedTokensAreRefused() {
        Invited mallory = realm.invited();
        Invited ann = realm.invited();
        var browser = new Browser();
        URI way = tokenWay(browser, mallory);
        String token = way.getRawQuery().substring("key=".length());
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String otherPerson =
                claims.replace(mallory.person().user(), ann.person().user());
        String otherInvitation =
                claims.replace(mallory.edition().invitation(), ann.edition().invitation());
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + encoded(otherPerson) + ".";

        for (String forged : List.of(
                parts[0] + "." + encoded(otherPerson) + "." + parts[2],
                parts[0] + "." + encoded(otherInvitation) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + flipped(parts[2]),
                unsigned,
                parts[0] + "." + parts[1] + ".")) {
            ApiResponse answer = browser.ask("GET", realm.page(ACTION_TOKEN.substring(1) + "?key=" + forged), Map.of());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("AUTH_SESSION"));
        }
        assertThat(ann.state()).isEqualTo("pending");
        assertThat(ann.hasCredential()).isFalse();
    }

    @Test
    @DisplayName("CVE-2026-1529, CVE-2026-73431: the token of another realm or of another kind")
    void tokensOfOtherRealmsAndKindsAreRefused() {
        var browser = new Browser();
        URI way = tokenWay(browser, other.invited());
        URI here = realm.page(ACTION_TOKEN.substring(1) + "?" + way.getRawQuery());
        assertThat(browser.ask("GET", here, Map.of()).status()).isEqualTo(400);

        URI own = tokenWay(browser, realm.invited());
        assertThat(browser.ask("GET", realm.page("login-actions/reset-credentials?" + own.getRawQuery()), Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("UPDATE_PASSWORD");
        assertThat(browser.ask("GET", realm.link(own.getRawQuery().substring(4)), Map.of())
                        .status())
                .isEqualTo(410);
    }

    @Test
    @DisplayName("CVE-2026-37982: a token is used again, in the same browser or in another")
    void tokensWorkOnceAndInOneBrowser() {
        Invited invited = realm.invited();
        var browser = new Browser();
        URI way = tokenWay(browser, invited);

        assertThat(new Browser().ask("GET", way, Map.of()).status()).isEqualTo(410);
        assertThat(browser.ask("GET", way, Map.of()).status()).isEqualTo(302);
        assertThat(browser.ask("GET", way, Map.of()).status()).isEqualTo(410);
    }

    @Test
    @DisplayName("CVE-2026-1609, CVE-2023-26481: something changes between the button and the token")
    void theTokenIsAskedEverythingAgain() {
        Map<String, Consumer<Invited>> changes = Map.of(
                "revoked", invited -> invited.person().take("revoke", invited.edition()),
                "sent anew", invited -> invited.person().take("renew", invited.edition()),
                "claimed", invited -> invited.person().take("claim", invited.edition()),
                "moved",
                        invited -> change(
                                invited, Map.of("email", "n-" + invited.person().address())),
                "disabled", invited -> change(invited, Map.of("enabled", false)),
                "deleted",
                        invited ->
                                realm.api().delete("users/" + invited.person().user()),
                "uninvited",
                        invited -> {
                            String inviter = inviter();
                            realm.api()
                                    .put("users/" + inviter, Map.of("enabled", false))
                                    .expect(204);
                        });
        changes.forEach((what, change) -> {
            Invited invited = what.equals("uninvited") ? lesser.invited() : realm.invited();
            var browser = new Browser();
            URI way = tokenWay(browser, invited);

            change.accept(invited);

            ApiResponse answer = browser.ask("GET", way, Map.of());
            assertThat(answer.status()).as(what).isEqualTo(410);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(what)
                    .noneMatch(cookie -> cookie.startsWith("AUTH_SESSION"));
        });
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

    /** Presses the button and stays there: where the browser is sent. */
    private static URI tokenWay(Browser browser, Invited invited) {
        browser.open(invited.link());
        ApiResponse on = browser.post(invited.link(), Map.of("state", browser.cookie("CRM_DOOR")), Map.of());
        URI way = URI.create(on.headers().firstValue("Location").orElseThrow());
        assertThat(way.getPath()).endsWith(ACTION_TOKEN);
        return way;
    }

    private String inviter() {
        for (var user : realm.api().get("users?max=500").expect(200).json()) {
            if (user.path("username").asText().startsWith("admin-")) {
                return user.path("id").asText();
            }
        }
        throw new AssertionError("no inviter");
    }

    private void change(Invited invited, Map<String, ?> changes) {
        realm.api().put("users/" + invited.person().user(), changes).expect(204);
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

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String flipped(String signature) {
        char first = signature.charAt(0);
        return (first == 'A' ? 'B' : 'A') + signature.substring(1);
    }
}
