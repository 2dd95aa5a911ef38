package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody ends at a place that the application does not call its own, whatever an invitation says. */
@WithKeycloak
final class RedirectsIT {

    private final DoorRealm realm;

    RedirectsIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
    }

    @Test
    @DisplayName("Kratos: return browser to return_url")
    void leadsToThePlaceInTheApplication() {
        assertThat(end(Browser.APPLICATION + "/welcome")).isEqualTo(Browser.APPLICATION + "/welcome");
    }

    @ParameterizedTest
    @DisplayName("keycloak#51138, CVE-2026-3872, CVE-2026-7504, CVE-2026-9086, #48430: open redirects")
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "http://127.0.0.1:1/app/..;/evil",
                "http://127.0.0.1:1/app/%2e%2e/evil",
                "http://127.0.0.1:1/app/../evil",
                "http://127.0.0.1:1/app/..%5cevil",
                "http://127.0.0.1:1/application",
                "http://127.0.0.1:1.evil.example/app/",
                "http://127.0.0.1:1@evil.example/app/",
                "http://a@b@127.0.0.1:1/app/",
                "http://127.0.0.1:1/app/@evil.example@x/..",
                "http://127.0.0.1:1\\@evil.example/app/",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)//http://127.0.0.1:1/app/",
                "data:text/html,x",
                "http://127.0.0.1:1/app/?code=stolen&state=x",
                "http://127.0.0.1:1/app/\r\nSet-Cookie:a=b",
                "\thttps://evil.example",
                "http:evil.example",
                "app://callback"
            })
    void leadsNowhereElse(String target) {
        assertThat(end(target)).as("where %s ended", target).isIn(Browser.APPLICATION, Browser.APPLICATION + "/");
    }

    @Test
    void asksTheApplicationAgainWhenThePersonComes() {
        String wanted = Browser.APPLICATION + "/old/page";
        Invited invited = invitedTo(wanted);
        var browser = new Browser();
        Page page = browser.open(invited.link());
        client(Map.of("redirectUris", new String[] {Browser.APPLICATION + "/new/*"}));

        Page end = invited.finish(browser, browser.press(page));

        client(Map.of("redirectUris", new String[] {Browser.APPLICATION + "/*"}));
        assertThat(end.address().toString()).startsWith(Browser.APPLICATION).doesNotContain("old");
    }

    @Test
    void leadsToTheAccountWhereThereIsNoApplication() {
        Invited invited = realm.invited(Map.of("clientId", "gone", "redirectUri", "https://evil.example/"));
        var browser = new Browser();

        Page end = invited.finish(browser, invited.enter(browser));

        assertThat(end.address().toString())
                .startsWith(realm.page("account").toString())
                .doesNotContain("evil");
    }

    private String end(String target) {
        Invited invited = invitedTo(target);
        var browser = new Browser();
        return invited.finish(browser, invited.enter(browser)).address().toString();
    }

    private Invited invitedTo(String target) {
        return realm.invited(Map.of("clientId", DoorRealm.APPLICATION, "redirectUri", target));
    }

    private void client(Map<String, ?> changes) {
        RealmApi api = realm.api();
        Map<String, Object> client = new HashMap<>(Map.of("clientId", DoorRealm.APPLICATION));
        client.putAll(changes);
        api.put("clients/" + api.clientUuid(DoorRealm.APPLICATION), client).expect(204);
    }
}
