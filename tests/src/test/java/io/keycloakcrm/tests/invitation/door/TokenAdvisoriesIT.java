package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere with tokens like the one behind the door, tried here. */
@WithKeycloak
final class TokenAdvisoriesIT {

    private static final String ACTION_TOKEN = "/login-actions/action-token";

    private final DoorRealm realm;
    private final DoorRealm other;
    private final DoorRealm lesser;

    TokenAdvisoriesIT(Crm crm) {
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

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String flipped(String signature) {
        char first = signature.charAt(0);
        return (first == 'A' ? 'B' : 'A') + signature.substring(1);
    }
}
