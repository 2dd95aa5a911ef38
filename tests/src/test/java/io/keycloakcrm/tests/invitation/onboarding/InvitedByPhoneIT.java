package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.InvitationSteps.Edition;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has no e-mail address comes by his telephone, and by the number alone that the link was sent to. */
@WithKeycloak
final class InvitedByPhoneIT {

    private static final String ANOTHER = "+8613900139002";

    private final Crm crm;
    private House house;
    private Newcomer newcomer;
    private Link link;
    private Browser browser;

    InvitedByPhoneIT(Crm crm) {
        this.crm = crm;
        invite();
    }

    @BeforeEach
    void invite() {
        house = House.in(crm);
        String number = TextMessages.onANewNumber(house.realm()).number();
        String id = house.realm()
                .post("crm/staff", Map.of("username", "p" + number.substring(1), "phoneNumber", number))
                .expect(201)
                .createdId();
        newcomer = new Newcomer(house, new InvitationSteps(house.realm(), id, number));
        Edition edition = newcomer.person().invited();
        link = new Link(edition, house.page("crm/i/" + newcomer.person().mintForSms(edition)));
        browser = new Browser();
    }

    @Test
    void isNotAskedForAnotherNumberThatTheLinkWouldNotBeFor() {
        Page welcome = Newcomer.enter(browser, link);
        assertThat(Where.is(welcome)).as(welcome.text()).isEqualTo(Where.WELCOME);
        assertThat(welcome.text()).doesNotContain("name=\"phoneNumber\"");

        Page password = browser.press(welcome, profile("phoneNumber", ANOTHER));

        assertThat(Where.is(password)).as(password.text()).isEqualTo(Where.PASSWORD);
        assertThat(newcomer.attribute("phoneNumber"))
                .isEqualTo(newcomer.person().address());
        assertThat(Where.is(newcomer.choosePassword(browser, password))).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.state(link)).isEqualTo("accepted");
        assertThat(newcomer.user().path("emailVerified").asBoolean()).isFalse();
    }

    @Test
    void isRefusedOnceTheNumberIsAnothers() {
        Page password = browser.press(Newcomer.enter(browser, link), profile("nickname", "Phil"));
        assertThat(Where.is(password)).as(password.text()).isEqualTo(Where.PASSWORD);
        house.realm()
                .put("users/" + newcomer.id(), Map.of("attributes", Map.of("phoneNumber", List.of(ANOTHER))))
                .expect(204);

        assertThat(Where.is(newcomer.choosePassword(browser, password))).isEqualTo(Where.DEAD_LINK);
        assertThat(newcomer.hasCredential()).isFalse();
        assertThat(Where.is(new Browser().open(link.address()))).isEqualTo(Where.DEAD_LINK);
    }

    /** What the profile asks of everybody, an address among it, and one thing more. */
    private Map<String, String> profile(String attribute, String value) {
        return Map.of(
                "firstName", "Phil", "lastName", "Lee", "email", newcomer.id() + "@acme.example", attribute, value);
    }
}
