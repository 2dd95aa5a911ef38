package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A telephone is proved by a code that few can guess and nobody can have sent to others at will. */
@WithKeycloak
final class PhoneStepIT {

    private final Crm crm;
    private House house;
    private TextMessages phone;
    private Browser browser;

    PhoneStepIT(Crm crm) {
        this.crm = crm;
        begin();
    }

    @BeforeEach
    void begin() {
        house = House.in(crm);
        phone = TextMessages.onANewNumber(house.realm());
        browser = new Browser();
        house.set(Map.of("crm.onboarding.phone", "required"));
    }

    @Test
    void sendsNothingUntilItIsAskedTo() {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page page = newcomer.settle(browser, newcomer.invited());

        browser.ask("HEAD", House.reload(page), Map.of());
        Page again = browser.open(House.reload(page));

        assertThat(Where.is(again)).as(again.text()).isEqualTo(Where.PHONE);
        assertThat(phone.all()).isEmpty();
        assertThat(Where.is(send(again))).isEqualTo(Where.CODE);
        assertThat(phone.awaitCode(1)).matches("\\d{6}");
    }

    @Test
    void refusesTheSixthTryThoughItIsRight() {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page page = send(newcomer.settle(browser, newcomer.invited()));
        String code = phone.awaitCode(1);

        for (int i = 0; i < 5; i++) {
            page = give(page, TextMessages.wrong(code));
            assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.CODE);
        }
        assertThat(page.text()).contains("This code is over");
        page = give(page, code);

        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.CODE);
        assertThat(newcomer.attribute("phoneNumberVerified")).isEmpty();
    }

    @Test
    void takesTheFifthTryIfItIsRight() {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page page = send(newcomer.settle(browser, newcomer.invited()));
        String code = phone.awaitCode(1);

        for (int i = 0; i < 4; i++) {
            page = give(page, TextMessages.wrong(code));
        }
        page = give(page, code);

        assertThat(Where.is(page)).as(page.text()).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.attribute("phoneNumberVerified")).isEqualTo("true");
    }

    @Test
    void sendsNoneAgainAtOnceAndKeepsTheFirstAlive() {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page page = send(newcomer.settle(browser, newcomer.invited()));
        String code = phone.awaitCode(1);

        page = send(page);
        assertThat(page.text()).contains("less than a minute ago");

        assertThat(phone.all()).hasSize(1);
        assertThat(Where.is(give(page, code))).isEqualTo(Where.APPLICATION);
    }

    @Test
    void letsThePersonGiveANumberHoweverItIsWritten() {
        Newcomer newcomer = house.newcomer();
        Page page = newcomer.settle(browser, newcomer.invited());
        assertThat(Where.is(page)).isEqualTo(Where.PHONE);
        Page none = browser.submit(page, Map.of("phoneNumber", ""));
        assertThat(Where.is(none)).as(none.text()).isEqualTo(Where.PHONE);
        Page nonsense = browser.submit(none, Map.of("phoneNumber", "12"));
        assertThat(nonsense.text()).contains("This is not a telephone number.");

        String national = phone.number().substring(3);
        Page sent =
                browser.submit(nonsense, Map.of("phoneNumber", national.substring(0, 3) + " " + national.substring(3)));

        assertThat(Where.is(sent)).as(sent.text()).isEqualTo(Where.CODE);
        assertThat(newcomer.attribute("phoneNumber")).isEqualTo(phone.number());
        assertThat(Where.is(give(sent, phone.awaitCode(1)))).isEqualTo(Where.APPLICATION);
    }

    @Test
    void forgetsTheProofOnceThePersonChangesTheNumberOnTheAccountPages() {
        Newcomer newcomer = proved();
        ApiClient account = new ApiClient(
                house.realm().client().server(),
                () -> house.tokens(newcomer.username(), newcomer.password())
                        .json()
                        .path("access_token")
                        .asText());
        String path = "/realms/" + house.realm().name() + "/account/";
        var profile =
                (ObjectNode) account.get(path, "application/json").expect(200).json();
        profile.withObject("/attributes").putArray("nickname").add("No");
        account.post(path, profile).expect(200, 204);
        assertThat(newcomer.attribute("phoneNumberVerified")).isEqualTo("true");

        profile.withObject("/attributes").putArray("phoneNumber").add("+8613900139000");
        account.post(path, profile).expect(200, 204);

        assertThat(newcomer.attribute("phoneNumber")).isEqualTo("+8613900139000");
        assertThat(newcomer.attribute("phoneNumberVerified")).isNotEqualTo("true");
    }

    @Test
    void forgetsTheProofOnceAnAdministratorChangesTheNumberOnKeycloaksPages() {
        Newcomer newcomer = proved();
        var user = (ObjectNode) newcomer.user();
        user.withObject("/attributes").putArray("phoneNumber").add("+8613900139001");

        house.realm().put("users/" + newcomer.id(), user).expect(204);

        assertThat(newcomer.attribute("phoneNumber")).isEqualTo("+8613900139001");
        assertThat(newcomer.attribute("phoneNumberVerified")).isNotEqualTo("true");
    }

    @Test
    @Tag("postgres-only")
    void aNewCodeKillsTheOldOne() throws SQLException {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page page = send(newcomer.settle(browser, newcomer.invited()));
        String first = phone.awaitCode(1);
        change(newcomer, "ASKED_AT = ASKED_AT - 61000");

        page = send(page);
        String second = phone.awaitCode(2);

        if (!second.equals(first)) {
            page = give(page, first);
            assertThat(Where.is(page)).isEqualTo(Where.CODE);
        }
        assertThat(Where.is(give(page, second))).isEqualTo(Where.APPLICATION);
    }

    @Test
    @Tag("postgres-only")
    void isOverAfterTenMinutes() throws SQLException {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        Page page = send(newcomer.settle(browser, newcomer.invited()));
        String code = phone.awaitCode(1);
        change(newcomer, "EXPIRES_AT = EXPIRES_AT - 600000");

        page = give(page, code);

        assertThat(page.text()).contains("This code is over");
        assertThat(newcomer.attribute("phoneNumberVerified")).isEmpty();
    }

    @Test
    @Tag("postgres-only")
    void keepsNoCodeThatCouldBeRead() throws SQLException {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number()));
        send(newcomer.settle(browser, newcomer.invited()));
        String code = phone.awaitCode(1);

        try (Connection database = crm.connect();
                PreparedStatement statement =
                        database.prepareStatement("select * from CRM_PHONE_CODE where USER_ID = ?")) {
            statement.setString(1, newcomer.id());
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    assertThat(String.valueOf(row.getString(i))).isNotEqualTo(code);
                }
                assertThat(row.getString("CODE_HASH")).hasSize(64);
            }
        }
        assertThat(crm.log().lines())
                .noneMatch(line -> line.contains("Text message") || line.contains(" " + code + " "));
    }

    private Newcomer proved() {
        Newcomer newcomer = house.newcomer(Map.of("phoneNumber", phone.number(), "position", "Clerk"));
        Page page = send(newcomer.settle(browser, newcomer.invited()));
        assertThat(Where.is(give(page, phone.awaitCode(1)))).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.attribute("phoneNumberVerified")).isEqualTo("true");
        return newcomer;
    }

    private Page send(Page page) {
        return browser.submit(page, Map.of("phoneNumber", phone.number()));
    }

    private Page give(Page page, String code) {
        return browser.submit(page, Map.of("code", code));
    }

    private void change(Newcomer newcomer, String what) throws SQLException {
        try (Connection database = crm.connect();
                PreparedStatement statement =
                        database.prepareStatement("update CRM_PHONE_CODE set " + what + " where USER_ID = ?")) {
            statement.setString(1, newcomer.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
