package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pages of the door say, and what they tell browsers to keep to themselves. */
@WithKeycloak
final class DoorHeadersIT {

    private static final int MOST_BYTES = 60 * 1024;

    private final DoorRealm realm;
    private final Browser browser = new Browser();

    DoorHeadersIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
    }

    @Test
    void theLandingPageIsSealed() {
        ApiResponse page = get(realm.invited().code());

        assertThat(page.status()).isEqualTo(200);
        assertSealed(page);
        assertThat(page.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void theDeadLinkPageIsSealedAndSetsNoCookie() {
        ApiResponse page = get("A".repeat(43));

        assertThat(page.status()).isEqualTo(410);
        assertSealed(page);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theWayOnIsSealed() {
        Invited invited = realm.invited();
        Browser.Page page = browser.open(invited.link());
        ApiResponse on = browser.post(invited.link(), Map.of("state", browser.cookie("CRM_DOOR")), Map.of());

        assertThat(page.text()).contains(browser.cookie("CRM_DOOR"));
        assertThat(on.status()).isEqualTo(303);
        assertSealed(on);
        assertThat(on.headers().firstValue("Location").orElseThrow()).doesNotContain(invited.code());
    }

    @Test
    void thePageThatAsksOnceMoreIsSealed() {
        ApiResponse page = browser.post(realm.invited().link(), Map.of(), Map.of());

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("crm-again");
        assertSealed(page);
    }

    @Test
    void askingForANewLinkIsSealed() {
        assertSealed(browser.ask("GET", realm.page("crm/new-link"), Map.of()));
        assertSealed(browser.post(realm.page("crm/new-link"), Map.of("email", "x@acme.example"), Map.of()));
    }

    @Test
    void theLandingPageSaysWhoInvitesWhomAndUntilWhen() {
        realm.api().put("", Map.of("displayName", "Acme & Söhne")).expect(204);
        Invited invited = realm.invited(Map.of("message", "Hello,\nsee you <b>on Monday</b>."));
        String text = get(invited.code()).text();

        assertThat(text)
                .contains("Acme &amp; S")
                .contains("Hello,<br>see you &lt;b&gt;on Monday&lt;/b&gt;.")
                .contains(invited.person().address().replaceAll("@.*", ""))
                .contains("(UTC)");
    }

    @Test
    void speaksTheReadersLanguage() {
        realm.api()
                .put("", Map.of("internationalizationEnabled", true, "supportedLocales", new String[] {
                    "en", "zh-CN", "zh-TW"
                }))
                .expect(204);
        Invited invited = realm.invited();

        assertThat(in("zh-CN", invited)).contains("欢迎加入", "设置我的账号", "年");
        assertThat(in("zh-TW", invited)).contains("歡迎加入", "設定我的帳號");
        assertThat(in("en", invited)).contains("Set up my account");
    }

    @Test
    void writesNamesAndMessagesAsTextAlone() {
        InvitationSteps person = InvitationSteps.ofSomebody(realm.api());
        String plain = landing(person, "Ann", "hello");
        String hostile = landing(
                InvitationSteps.ofSomebody(realm.api()),
                "A\u202Enna<img src=x onerror=alert(1)>\u2066${7*7}",
                "</blockquote><script>alert(1)</script>\r\n\u202E\"'><a href=\"https://evil.example\">x</a>");

        assertThat(tags(hostile) - tags(plain)).as("one more line").isEqualTo(1);
        assertThat(hostile).doesNotContain("\u202E", "<img src=x", "<script>alert", "href=\"https://evil");
    }

    private String landing(InvitationSteps person, String firstName, String message) {
        realm.api().put("users/" + person.user(), Map.of("firstName", firstName, "lastName", "Lee"));
        return get(person.mint(person.invited(Map.of("message", message)))).text();
    }

    private static long tags(String html) {
        return html.chars().filter(character -> character == '<').count();
    }

    private String in(String language, Invited invited) {
        return new Browser()
                .ask("GET", invited.link(), Map.of("Accept-Language", language))
                .expect(200)
                .text();
    }

    private ApiResponse get(String code) {
        return new Browser().ask("GET", realm.link(code), Map.of());
    }

    static void assertSealed(ApiResponse answer) {
        Map.of(
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "X-Frame-Options", "DENY",
                        "X-Content-Type-Options", "nosniff",
                        "X-Robots-Tag", "noindex")
                .forEach((name, value) ->
                        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
    }
}
