package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** There is one way in for whoever was invited, and the database says each time whether it is open. */
@WithKeycloak
final class OnboardingGateIT {

    private static final Map<String, String> TERMS = Map.of("crm.onboarding.terms-version", "1");

    private final Crm crm;
    private House house;
    private Newcomer newcomer;
    private Link link;
    private Browser browser;

    OnboardingGateIT(Crm crm) {
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
    void leavesAloneWhoeverWasNeverInvited() {
        Newcomer old = house.newcomer();
        old.givePassword();

        assertThat(Where.is(old.signIn(browser))).isEqualTo(Where.APPLICATION);
        assertThat(house.tokens(old.username(), old.password()).status()).isEqualTo(200);
    }

    @Test
    void letsOneOfTwoBrowsersWithTheSameLinkIn() {
        Browser other = new Browser();
        Page mine = browser.press(Newcomer.enter(browser, link));
        Page theirs = other.press(Newcomer.enter(other, link));

        assertThat(Where.is(newcomer.choosePassword(browser, mine))).isEqualTo(Where.APPLICATION);
        Page late = other.press(theirs, Map.of("password-new", "another-one", "password-confirm", "another-one"));

        assertThat(Where.is(late)).as(late.text()).isEqualTo(Where.DEAD_LINK);
        assertThat(house.tokens(newcomer.username(), "another-one").status()).isNotEqualTo(200);
        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(200);
        // Nor by what is left of its sign-in.
        assertThat(Where.is(other.open(House.reload(theirs)))).isEqualTo(Where.DEAD_LINK);
    }

    @Test
    void doesNotKeepWhatIsSentAfterTheLinkHasDied() {
        Page password = browser.press(Newcomer.enter(browser, link));
        assertThat(newcomer.person().take("revoke", link.edition())).isTrue();

        Page late = newcomer.choosePassword(browser, password);

        assertThat(Where.is(late)).as(late.text()).isEqualTo(Where.DEAD_LINK);
        assertThat(newcomer.hasCredential()).isFalse();
    }

    @Test
    void diesWithTheAddressInTheMiddleOfIt() {
        Page password = browser.press(Newcomer.enter(browser, link));
        house.realm()
                .put("users/" + newcomer.id(), Map.of("email", "elsewhere@acme.example"))
                .expect(204);

        assertThat(Where.is(newcomer.choosePassword(browser, password))).isEqualTo(Where.DEAD_LINK);
        assertThat(newcomer.hasCredential()).isFalse();
    }

    @Test
    void refusesADirectGrantUntilEverythingIsDone() {
        house.set(TERMS);
        assertThat(Where.is(newcomer.settle(browser, link))).isEqualTo(Where.TERMS);

        assertThat(house.tokens(newcomer.username(), newcomer.password()).text())
                .contains("invalid_grant")
                .contains("Account is not fully set up");
    }

    @Test
    void asksForAPasswordOfOnesOwnInPlaceOfOneThatAnAdministratorChose() {
        newcomer.givePassword();
        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(400);

        Page welcome = newcomer.signIn(browser);
        assertThat(Where.is(welcome)).as(welcome.text()).isEqualTo(Where.WELCOME);
        Page password = browser.press(welcome);
        assertThat(Where.is(password)).as(password.text()).isEqualTo(Where.PASSWORD);
        Page end = browser.press(password, Map.of("password-new", "my-own-one-1", "password-confirm", "my-own-one-1"));

        assertThat(Where.is(end)).as(end.text()).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.state(link)).isEqualTo("accepted");
        assertThat(house.tokens(newcomer.username(), newcomer.password()).text())
                .contains("Invalid user credentials");
    }

    @Test
    void aSecondTabHasToShowWhoItIs() {
        Newcomer.enter(browser, link);

        Page tab = browser.open(house.signIn());

        assertThat(Where.is(tab)).as(tab.text()).isEqualTo(Where.SIGN_IN);
    }

    @Test
    void takesNothingFromAFormOfAnotherSite() {
        Page password = browser.press(Newcomer.enter(browser, link));
        String action = actionOf(password);

        browser.post(
                URI.create(action.replaceAll("session_code=[^&]*", "session_code=" + UUID.randomUUID())),
                Map.of("password-new", "from-elsewhere", "password-confirm", "from-elsewhere"),
                Map.of("Origin", "https://evil.example"));

        assertThat(newcomer.hasCredential()).isFalse();
    }

    @Test
    void takesNoStepByAnAddressAlone() {
        Page welcome = Newcomer.enter(browser, link);
        Page looked = browser.open(URI.create(actionOf(welcome)));
        assertThat(Where.is(looked)).as(looked.text()).isEqualTo(Where.WELCOME);
        Page password = browser.press(looked);

        browser.open(URI.create(actionOf(password)
                + "&"
                + Query.of(Map.of("password-new", newcomer.password(), "password-confirm", newcomer.password()))));

        assertThat(newcomer.hasCredential()).isFalse();
    }

    /** Row 59 of the threat model. */
    @Test
    void leavesFirstStepsToThePersonAlone() {
        house.set(TERMS);
        newcomer.settle(browser, link);
        Browser admin = new Browser();
        admin.impersonate(house.realm(), newcomer.id());

        Page page = admin.open(house.signIn());

        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.ELSEWHERE);
        assertThat(page.text()).contains("First steps are taken by the person alone");
        assertThat(newcomer.record().path("terms")).isEmpty();
    }

    @Test
    void cannotBeAskedForByAnApplication() {
        Newcomer old = house.newcomer();
        old.givePassword();
        for (String action : List.of("crm-welcome", "crm-password", "crm-onboarding")) {
            Browser other = new Browser();

            Page page = other.press(
                    other.open(URI.create(house.signIn() + "&kc_action=" + action)),
                    new HashMap<>(Map.of("username", old.username(), "password", old.password())));

            assertThat(Where.is(page)).as(action).isEqualTo(Where.APPLICATION);
        }
    }

    private static String actionOf(Page page) {
        return page.text()
                .replaceAll("(?s)^.*?<form[^>]* action=\"([^\"]+)\".*$", "$1")
                .replace("&amp;", "&");
    }
}
