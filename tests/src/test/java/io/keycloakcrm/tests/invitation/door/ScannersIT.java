package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever fetches a link before the person does burns nothing. */
@WithKeycloak
final class ScannersIT {

    private final DoorRealm realm;

    ScannersIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
    }

    @Test
    @DisplayName("Kratos #1142, #3971, keycloak#41834: scanners with HEAD and GET")
    void fetchingBurnsNothing() {
        Invited invited = realm.invited();
        for (int i = 0; i < 3; i++) {
            assertThat(new Browser().ask("HEAD", invited.link(), Map.of()).status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(new Browser().ask("GET", invited.link(), Map.of()).status())
                    .isEqualTo(200);
        }
        assertThat(invited.state()).isEqualTo("pending");

        var browser = new Browser();
        assertThat(invited.finish(browser, invited.enter(browser)).isApplication())
                .isTrue();
        assertThat(invited.state()).isIn("claimed", "accepted");
    }

    @Test
    void pressingTheFirstButtonBurnsNothing() {
        Invited invited = realm.invited();
        Browser.Page reached = invited.enter(new Browser());
        assertThat(reached.address().getPath()).endsWith("/login-actions/required-action");
        assertThat(invited.state()).isEqualTo("opened");

        var browser = new Browser();
        assertThat(invited.finish(browser, invited.enter(browser)).isApplication())
                .isTrue();
    }

    @Test
    void whoHasNoAddressComesByHisPhone() {
        Invited invited = realm.invitedBySms("+8613800138000");
        var browser = new Browser();

        // The realm's profile asks everybody for an e-mail address.
        Browser.Page welcomed = browser.press(invited.enter(browser), Map.of("email", "phil@acme.example"));
        assertThat(invited.finish(browser, welcomed).isApplication()).isTrue();
        assertThat(invited.state()).isEqualTo("accepted");
    }

    @Test
    void aForwardedMailWorksForThePersonAfterAnotherHasLooked() {
        Invited invited = realm.invited();
        invited.enter(new Browser());
        invited.enter(new Browser());

        var browser = new Browser();
        assertThat(invited.finish(browser, invited.enter(browser)).isApplication())
                .isTrue();
    }
}
