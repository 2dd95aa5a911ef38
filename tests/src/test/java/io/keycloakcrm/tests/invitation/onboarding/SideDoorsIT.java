package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails of Keycloak's own let nobody in who has never come by his invitation. */
@WithKeycloak
final class SideDoorsIT {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*action-token\\S*");

    /** Of Keycloak's page that asks to go on; the links to other languages go nowhere else. */
    private static final Pattern FURTHER =
            Pattern.compile("href=\"((?:(?!kc_locale)[^\"])*action-token(?:(?!kc_locale)[^\"])*)\"");

    private final Crm crm;
    private final MailServer mails = MailServer.started();
    private House house;
    private Newcomer newcomer;
    private Browser browser;

    SideDoorsIT(Crm crm) {
        this.crm = crm;
        begin();
    }

    @BeforeEach
    void begin() {
        house = House.in(crm);
        newcomer = house.newcomer();
        browser = new Browser();
        house.realm()
                .put("", Map.of("resetPasswordAllowed", true, "smtpServer", mails.settings()))
                .expect(204);
    }

    @AfterAll
    void close() {
        mails.close();
    }

    @Test
    void forgotPasswordIsNoneBeforeTheFirstOne() {
        Link link = newcomer.invited();

        Page page = forgotPassword();

        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.DEAD_LINK);
        assertThat(newcomer.hasCredential()).isFalse();
        assertThat(newcomer.state(link)).isEqualTo("pending");
    }

    @Test
    void forgotPasswordIsNoneAfterTheInvitationWasTakenBack() {
        Link link = newcomer.invited();
        newcomer.person().take("revoke", link.edition());

        assertThat(Where.is(forgotPassword())).isEqualTo(Where.DEAD_LINK);
        assertThat(newcomer.hasCredential()).isFalse();
    }

    @Test
    void forgotPasswordHelpsWhoeverHadOneAndTheStepsGoOn() {
        house.set(Map.of("crm.onboarding.terms-version", "1"));
        Link link = newcomer.invited();
        newcomer.settle(new Browser(), link);

        Page page = forgotPassword();
        // Either order is right: what counts is that both are asked.
        for (int i = 0; i < 3 && Where.is(page) != Where.APPLICATION && Where.is(page) != Where.ELSEWHERE; i++) {
            page = Where.is(page) == Where.TERMS
                    ? browser.press(page)
                    : browser.press(page, Map.of("password-new", "brand-new-1", "password-confirm", "brand-new-1"));
        }

        assertThat(house.tokens(newcomer.username(), "brand-new-1").status()).isEqualTo(200);
        assertThat(newcomer.state(link)).isEqualTo("accepted");
        assertThat(newcomer.record().path("terms")).hasSize(1);
    }

    @Test
    void cve202637982AMailThatAsksForActionsMakesNoFirstCredential() {
        newcomer.invited();
        house.realm()
                .put(
                        "users/" + newcomer.id() + "/execute-actions-email",
                        List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP", "webauthn-register-passwordless"))
                .expect(200, 204);

        Page page = browser.open(linkInMail(1));
        Matcher further = FURTHER.matcher(page.text());
        for (int i = 0; i < 3 && further.find(); i++) {
            page = browser.open(page.address().resolve(further.group(1).replace("&amp;", "&")));
            further = FURTHER.matcher(page.text());
        }

        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.DEAD_LINK);
        assertThat(newcomer.hasCredential()).isFalse();
    }

    private Page forgotPassword() {
        Page signIn = browser.open(house.signIn());
        Matcher reset =
                Pattern.compile("href=\"([^\"]*reset-credentials[^\"]*)\"").matcher(signIn.text());
        assertThat(reset.find()).as(signIn.text()).isTrue();
        Page form = browser.open(signIn.address().resolve(reset.group(1).replace("&amp;", "&")));
        browser.press(form, Map.of("username", newcomer.username()));
        return browser.open(linkInMail(1));
    }

    private URI linkInMail(int number) {
        String text = mails.awaitMail(newcomer.username(), number).text();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return URI.create(link.group());
    }
}
