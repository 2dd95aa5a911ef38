package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere between one page of a sign-in and the next, tried here. */
@WithKeycloak
final class GateAdvisoriesIT {

    private static final Map<String, String> TERMS = Map.of("crm.onboarding.terms-version", "1");

    private final Crm crm;
    private House house;
    private Newcomer newcomer;
    private Link link;
    private Browser browser;

    GateAdvisoriesIT(Crm crm) {
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

    /** Keycloak kept notes of one execution for another, and so let somebody past it. */
    @Test
    void cve202618963TakesNoStepByTheCodeOfAnother() {
        Page welcome = Newcomer.enter(browser, link);

        for (String execution : List.of(
                "crm-password",
                "crm-terms",
                "crm-getting-started",
                "crm-onboarding",
                "UPDATE_PASSWORD",
                "CONFIGURE_TOTP",
                "webauthn-register-passwordless",
                "")) {
            String action = actionOf(browser.open(welcome.address()));
            URI forged = URI.create(action.replace("execution=crm-welcome", "execution=" + execution));
            browser.post(
                    forged,
                    Map.of("password-new", newcomer.password(), "password-confirm", newcomer.password()),
                    Map.of());
        }
        for (String path : List.of("authenticate", "reset-credentials", "registration", "first-broker-login")) {
            String action = actionOf(browser.open(welcome.address()));
            browser.post(
                    URI.create(action.replace("/required-action?", "/" + path + "?")),
                    Map.of("username", newcomer.username(), "password", newcomer.password(), "tryAnotherWay", "on"),
                    Map.of());
        }

        assertThat(newcomer.hasCredential()).isFalse();
        assertThat(newcomer.state(link)).isEqualTo("opened");
        assertThat(newcomer.record().has("welcomedAt")).isFalse();
    }

    /** Restarting a flow lost what the flow had enforced. */
    @Test
    void cve202694218RestartLosesTheSignInAndNotTheGate() {
        house.set(TERMS);
        Page terms = newcomer.settle(browser, link);

        Page restarted = browser.open(restart(terms));
        assertThat(Where.is(restarted)).as(restarted.text()).isEqualTo(Where.SIGN_IN);
        Page again = browser.press(restarted, Map.of("username", newcomer.username(), "password", newcomer.password()));

        assertThat(Where.is(again)).as(again.text()).isEqualTo(Where.TERMS);
    }

    @Test
    void cve202694218RestartBeforeThereIsAPasswordLeadsNowhere() {
        Page password = browser.press(Newcomer.enter(browser, link));

        Page restarted = browser.open(restart(password));

        assertThat(Where.is(restarted)).as(restarted.text()).isEqualTo(Where.SIGN_IN);
        assertThat(Where.is(newcomer.choosePassword(browser, password))).isNotEqualTo(Where.APPLICATION);
        assertThat(newcomer.hasCredential()).isFalse();
        assertThat(Where.is(Newcomer.enter(new Browser(), link))).isEqualTo(Where.PASSWORD);
    }

    /** An attacker had somebody sign in within a session that the attacker had chosen. */
    @Test
    void cve20267507NobodyElseGoesOnWithASignInByItsAddress() {
        Page password = browser.press(Newcomer.enter(browser, link));
        Browser attacker = new Browser();

        Page stolen = attacker.open(House.reload(password));
        attacker.post(
                URI.create(actionOf(password)),
                Map.of("password-new", "mine-now-12", "password-confirm", "mine-now-12"),
                Map.of());

        assertThat(Where.is(stolen)).as(stolen.text()).isNotEqualTo(Where.PASSWORD);
        assertThat(newcomer.hasCredential()).isFalse();
    }

    @Test
    void cve20267507TheSignInOfALinkIsNotTheOneTheBrowserWasGiven() {
        browser.open(house.signIn());
        String given = browser.cookie("AUTH_SESSION_ID");

        Newcomer.enter(browser, link);

        assertThat(given).isNotEmpty();
        assertThat(browser.cookie("AUTH_SESSION_ID")).isNotEqualTo(given);
    }

    /** Whoever had a link that makes credentials could make his own while the person was at it. */
    @Test
    void cve202637982MakesNoCredentialForWhoeverIsOutInTheMiddle() {
        house.realm()
                .put("users/" + newcomer.id(), Map.of("requiredActions", List.of("CONFIGURE_TOTP")))
                .expect(204);
        Browser thief = new Browser();
        Page theirs = thief.press(Newcomer.enter(thief, link));
        Page mine = browser.press(Newcomer.enter(browser, link));
        assertThat(Where.is(theirs)).isEqualTo(Where.PASSWORD); // nothing of Keycloak's comes before it

        newcomer.choosePassword(browser, mine);
        Page late = thief.open(House.reload(theirs));

        assertThat(Where.is(late)).as(late.text()).isEqualTo(Where.DEAD_LINK);
        assertThat(house.realm()
                        .get("users/" + newcomer.id() + "/credentials")
                        .json()
                        .findValuesAsText("type"))
                .containsExactly("password");
    }

    private URI restart(Page page) {
        String tab = page.address().getQuery().replaceAll("^.*tab_id=([^&]*).*$", "$1");
        return house.page("login-actions/restart?" + Query.of(Map.of("client_id", House.APPLICATION, "tab_id", tab)));
    }

    private static String actionOf(Page page) {
        return page.text()
                .replaceAll("(?s)^.*?<form[^>]* action=\"([^\"]+)\".*$", "$1")
                .replace("&amp;", "&");
    }
}
