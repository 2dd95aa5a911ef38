package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A passkey is offered in place of a password where it would get the person in again, and can be turned back from. */
@WithKeycloak
final class PasskeyIT {

    private final Crm crm;
    private House house;
    private Newcomer newcomer;
    private Link link;
    private Browser browser;

    PasskeyIT(Crm crm) {
        this.crm = crm;
        invite();
    }

    @BeforeEach
    void invite() {
        house = House.in(crm);
        newcomer = house.newcomer();
        link = newcomer.invited();
        browser = new Browser();
    }

    @Test
    void isNotOfferedWhereNobodyCouldSignInByOne() {
        assertThat(password().text()).doesNotContain("crm-use-passkey");
    }

    @Test
    void isOfferedWhereTheRealmTakesThem() {
        allow();
        assertThat(password().text()).contains("crm-use-passkey");

        house.set(Map.of("crm.onboarding.passkeys", "false"));
        assertThat(Newcomer.enter(new Browser(), link).text()).doesNotContain("crm-use-passkey");
    }

    @Test
    void isNotOfferedWhereKeycloakWouldFirstAskForSomethingElse() {
        allow();
        house.realm()
                .post("authentication/required-actions/webauthn-register-passwordless/lower-priority", Map.of())
                .expect(204);
        for (int i = 0; i < 3; i++) {
            house.realm()
                    .post("authentication/required-actions/webauthn-register-passwordless/lower-priority", Map.of())
                    .expect(204);
        }

        assertThat(password().text()).doesNotContain("crm-use-passkey");
    }

    @Test
    void leadsToKeycloaksOwnPageAndBack() {
        allow();

        Page made = browser.submit(password(), Map.of("passkey", "wanted"));
        assertThat(made.text()).as("Keycloak's own page").contains("id=\"registerWebAuthn\"");
        Page back = browser.open(House.reload(made));

        assertThat(Where.is(back)).as(back.text()).isEqualTo(Where.PASSWORD);
        assertThat(newcomer.state(link)).isEqualTo("opened");
        assertThat(Where.is(newcomer.choosePassword(browser, back))).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.state(link)).isEqualTo("accepted");
    }

    private Page password() {
        return browser.press(Newcomer.enter(browser, link));
    }

    private void allow() {
        // Keycloak takes none of the policy where the name is not given.
        house.realm()
                .put(
                        "",
                        Map.of(
                                "webAuthnPolicyPasswordlessRpEntityName",
                                "keycloak",
                                "webAuthnPolicyPasswordlessPasskeysEnabled",
                                true))
                .expect(204);
    }
}
