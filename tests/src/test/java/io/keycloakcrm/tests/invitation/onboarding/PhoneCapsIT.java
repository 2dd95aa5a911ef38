package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody has more text messages sent in a day than the realm allows, by whatever way he tries. */
@WithKeycloak
final class PhoneCapsIT {

    private final Crm crm;
    private House house;
    private TextMessages phone;

    PhoneCapsIT(Crm crm) {
        this.crm = crm;
        begin();
    }

    @BeforeEach
    void begin() {
        house = House.in(crm);
        phone = TextMessages.onANewNumber(house.realm());
        house.set(Map.of("crm.onboarding.phone", "required"));
    }

    @Test
    void sendsNoMoreToOneNumberWhoeverAsks() {
        house.set(Map.of("crm.sms.per-number-per-day", "1"));

        assertThat(Where.is(asked(phone))).isEqualTo(Where.CODE);

        assertRefused(asked(phone));
        phone.awaitCode(1);
        assertThat(phone.all()).hasSize(1);
    }

    @Test
    void sendsNoMoreAskedFromOneNetworkAddressWhoeverAsksAndForWhateverNumber() {
        house.set(Map.of("crm.sms.per-address-per-day", "1"));
        TextMessages another = TextMessages.onANewNumber(house.realm());

        assertThat(Where.is(asked(phone))).isEqualTo(Where.CODE);

        assertRefused(asked(another));
        assertThat(another.all()).isEmpty();
    }

    @Test
    @Tag("postgres-only")
    void sendsNoMoreToOnePersonWhateverTheNumber() throws SQLException {
        house.set(Map.of("crm.sms.per-person-per-day", "1"));
        TextMessages another = TextMessages.onANewNumber(house.realm());
        var browser = new Browser();
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page sent = ask(browser, newcomer.settle(browser, newcomer.invited()), phone);
        assertThat(Where.is(sent)).as(sent.text()).isEqualTo(Where.CODE);
        letAMinutePass(newcomer);

        Page refused = ask(browser, sent, another);

        assertThat(refused.text()).contains("Too many codes");
        assertThat(another.all()).isEmpty();
    }

    @Test
    void sendsNoMoreInAll() {
        house.set(Map.of("crm.sms.per-realm-per-day", "0"));

        assertRefused(asked(phone));
        assertThat(phone.all()).isEmpty();
    }

    @Test
    void sendsNothingToCountriesThatAreNotOpen() {
        house.set(Map.of("crm.sms.countries", "TW"));

        assertThat(asked(phone).text()).contains("No text messages are sent to this number");
        assertThat(phone.all()).isEmpty();
    }

    /** Somebody new asks for a code. */
    private Page asked(TextMessages phone) {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        var browser = new Browser();
        return ask(browser, newcomer.settle(browser, newcomer.invited()), phone);
    }

    private static Page ask(Browser browser, Page page, TextMessages phone) {
        return browser.submit(page, Map.of("phoneNumber", phone.number()));
    }

    private static void assertRefused(Page page) {
        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.PHONE);
        assertThat(page.text()).contains("Too many codes");
    }

    private void letAMinutePass(Newcomer newcomer) throws SQLException {
        try (Connection database = crm.connect();
                PreparedStatement statement = database.prepareStatement(
                        "update CRM_PHONE_CODE set ASKED_AT = ASKED_AT - 61000 where USER_ID = ?")) {
            statement.setString(1, newcomer.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
