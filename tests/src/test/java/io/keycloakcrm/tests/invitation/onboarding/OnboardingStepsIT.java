package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step asks for what it has to, once, and whoever leaves finds his place again. */
@WithKeycloak
final class OnboardingStepsIT {

    private static final Map<String, String> TERMS = Map.of(
            "crm.onboarding.terms-version",
            "2026-11",
            "crm.onboarding.terms-url",
            "https://acme.example/terms",
            "crm.onboarding.privacy-url",
            "https://acme.example/privacy");

    private static final Map<String, String> LINKS = Map.of(
            "crm.onboarding.getting-started",
            "The first day|https://acme.example/first\nThe tour|https://acme.example/tour");

    private static final Pattern PROGRESS = Pattern.compile("<progress[^>]* max=\"(\\d+)\" value=\"(\\d+)\"");

    private final Crm crm;
    private House house;
    private Browser browser;

    OnboardingStepsIT(Crm crm) {
        this.crm = crm;
        begin();
    }

    @BeforeEach
    void begin() {
        house = House.in(crm);
        browser = new Browser();
    }

    @Test
    void asksForNoMoreThanProfileAndPasswordUnlessTold() {
        Newcomer newcomer = house.newcomer();
        Link link = newcomer.invited();

        Page welcome = Newcomer.enter(browser, link);
        assertThat(Where.is(welcome)).as(welcome.text()).isEqualTo(Where.WELCOME);
        assertThat(progress(welcome)).isEqualTo("1/2");
        Page password = browser.press(welcome);
        assertThat(Where.is(password)).as(password.text()).isEqualTo(Where.PASSWORD);
        assertThat(progress(password)).isEqualTo("2/2");
        Page end = newcomer.choosePassword(browser, password);

        assertThat(Where.is(end)).as(end.text()).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.state(link)).isEqualTo("accepted");
        assertThat(newcomer.user().path("emailVerified").asBoolean()).isTrue();
        assertThat(newcomer.record().path("welcomedAt").asText()).isNotEmpty();
        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(200);
    }

    @Test
    void leadsThroughEveryStepInItsOrder() {
        house.set(TERMS);
        house.set(LINKS);
        house.set(Map.of("crm.onboarding.phone", "required"));
        TextMessages phone = TextMessages.onANewNumber(house.realm());
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        giveRoleWithMfa(newcomer);
        Link link = newcomer.invited();

        Page page = newcomer.settle(browser, link);
        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.PHONE);
        assertThat(progress(page)).isEqualTo("3/6");
        assertThat(newcomer.state(link)).isEqualTo("claimed");
        page = browser.submit(page, Map.of("phoneNumber", phone.number()));
        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.CODE);
        page = browser.submit(page, Map.of("code", phone.awaitCode(1)));
        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.TOTP);
        page = Totp.setUp(browser, page);
        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.TERMS);
        assertThat(progress(page)).isEqualTo("5/6");
        page = browser.press(page);
        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.STARTED);
        assertThat(progress(page)).isEqualTo("6/6");
        assertThat(newcomer.state(link)).isEqualTo("accepted");
        page = browser.submit(page, Map.of("enter", ""));

        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.attribute("phoneNumberVerified")).isEqualTo("true");
    }

    @Test
    void resumesWhereThePersonHasLeft() {
        house.set(TERMS);
        Newcomer newcomer = house.newcomer();
        Link link = newcomer.invited();
        Page terms = newcomer.settle(browser, link);
        assertThat(Where.is(terms)).isEqualTo(Where.TERMS);

        Page again = newcomer.signIn(new Browser());

        assertThat(Where.is(again)).as(again.text()).isEqualTo(Where.TERMS);
        assertThat(progress(again)).isEqualTo("3/3");
        assertThat(newcomer.state(link)).isEqualTo("claimed");
    }

    @Test
    void resumesByTheLinkBeforeThereIsAPassword() {
        Newcomer newcomer = house.newcomer();
        Link link = newcomer.invited();
        assertThat(Where.is(browser.press(Newcomer.enter(browser, link)))).isEqualTo(Where.PASSWORD);

        Page again = Newcomer.enter(new Browser(), link);

        assertThat(Where.is(again)).as(again.text()).isEqualTo(Where.PASSWORD);
    }

    @Test
    void letsEditWhatTheProfileLetsEditAndNothingElse() {
        Newcomer newcomer = house.newcomer(Map.of("position", "Clerk"));
        Page welcome = Newcomer.enter(browser, newcomer.invited());

        assertThat(welcome.text()).contains("Clerk").doesNotContain("name=\"email\"");
        browser.submit(
                welcome,
                Map.of(
                        "firstName", "Norah",
                        "lastName", "New",
                        "nickname", "No",
                        "position", "Director",
                        "employeeNumber", "E-1",
                        "phoneNumberVerified", "true",
                        "dataScope", "all",
                        "validUntil", "2030-01-01T00:00:00Z",
                        "email", "other@acme.example"));

        JsonNode user = newcomer.user();
        assertThat(user.path("firstName").asText()).isEqualTo("Norah");
        assertThat(newcomer.attribute("nickname")).isEqualTo("No");
        assertThat(newcomer.attribute("position")).isEqualTo("Clerk");
        assertThat(user.path("email").asText()).isEqualTo(newcomer.username());
        assertThat(List.of("employeeNumber", "phoneNumberVerified", "dataScope", "validUntil"))
                .allSatisfy(name -> assertThat(newcomer.attribute(name)).isEmpty());
    }

    @Test
    void showsWhatTheProfileRefusesAndStays() {
        Page welcome = Newcomer.enter(browser, house.newcomer().invited());

        Page again = browser.press(welcome, Map.of("firstName", "", "nickname", "<script>alert(1)</script>"));

        assertThat(Where.is(again)).as(again.text()).isEqualTo(Where.WELCOME);
        assertThat(again.text()).doesNotContain("<script>alert(1)").contains("input-error-firstName");
    }

    @Test
    void saysWhatAPasswordNeedsAndHoldsToIt() {
        house.realm()
                .put("", Map.of("passwordPolicy", "length(12) and digits(2) and notUsername() and hashIterations(1)"))
                .expect(204);
        Newcomer newcomer = house.newcomer();
        Link link = newcomer.invited();
        Page password = browser.press(Newcomer.enter(browser, link));

        assertThat(password.text()).contains("At least 12 characters", "Digits: at least 2", "Not your user name");
        Page weak = browser.press(password, Map.of("password-new", "short", "password-confirm", "short"));
        assertThat(Where.is(weak)).as(weak.text()).isEqualTo(Where.PASSWORD);
        Page unequal = browser.press(weak, Map.of("password-new", "long-enough-12", "password-confirm", "other"));
        assertThat(Where.is(unequal)).isEqualTo(Where.PASSWORD);
        Page empty = browser.press(unequal, Map.of("password-new", "", "password-confirm", ""));
        assertThat(Where.is(empty)).isEqualTo(Where.PASSWORD);

        assertThat(newcomer.state(link)).isEqualTo("opened");
        assertThat(newcomer.hasCredential()).isFalse();
        assertThat(Where.is(newcomer.choosePassword(browser, empty))).isEqualTo(Where.APPLICATION);
    }

    @Test
    void showsNoneOfTheStepsInAFrameOrACache() {
        Newcomer newcomer = house.newcomer();
        Page welcome = Newcomer.enter(browser, newcomer.invited());

        var headers =
                browser.ask("GET", welcome.address(), Map.of()).expect(200).headers();

        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    /** By a role within a role, as people have them. */
    private void giveRoleWithMfa(Newcomer newcomer) {
        RealmApi realm = house.realm();
        realm.post("roles", Map.of("name", "guarded", "attributes", Map.of("crm.mfa", List.of("true"))))
                .expect(201);
        realm.post("roles", Map.of("name", "outer")).expect(201);
        realm.post("roles/outer/composites", List.of(realm.get("roles/guarded").json()))
                .expect(204);
        realm.post(
                        "users/" + newcomer.id() + "/role-mappings/realm",
                        List.of(realm.get("roles/outer").json()))
                .expect(204);
    }

    private static String progress(Page page) {
        var found = PROGRESS.matcher(page.text());
        return found.find() ? found.group(2) + "/" + found.group(1) : "none";
    }
}
