package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.invitation.onboarding.Newcomer.Link;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is in who has not accepted the present terms, and it is on record which they were. */
@WithKeycloak
final class TermsStepIT {

    private static final Map<String, String> TERMS = Map.of(
            "crm.onboarding.terms-version",
            "2026-11",
            "crm.onboarding.terms-url",
            "https://acme.example/terms",
            "crm.onboarding.privacy-url",
            "https://acme.example/privacy");

    private final Crm crm;
    private House house;
    private Browser browser;

    TermsStepIT(Crm crm) {
        this.crm = crm;
        begin();
    }

    @BeforeEach
    void begin() {
        house = House.in(crm);
        browser = new Browser();
    }

    @Test
    void recordsWhichTermsWereAcceptedAndWhen() {
        house.set(TERMS);
        Newcomer newcomer = house.newcomer();
        Page terms = newcomer.settle(browser, newcomer.invited());
        assertThat(terms.text()).contains("https://acme.example/terms", "https://acme.example/privacy", "2026-11");

        Page unticked = browser.submit(terms, Map.of("version", "2026-11"));
        assertThat(Where.is(unticked)).as(unticked.text()).isEqualTo(Where.TERMS);
        Page old = browser.submit(unticked, Map.of("version", "2025-01", "accepted", "on"));
        assertThat(Where.is(old)).isEqualTo(Where.TERMS);
        assertThat(newcomer.record().path("terms")).isEmpty();
        assertThat(Where.is(browser.press(old))).isEqualTo(Where.APPLICATION);

        JsonNode accepted = newcomer.record().path("terms").path(0);
        assertThat(accepted.path("version").asText()).isEqualTo("2026-11");
        assertThat(accepted.path("termsUrl").asText()).isEqualTo("https://acme.example/terms");
        assertThat(Instant.parse(accepted.path("acceptedAt").asText()))
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plusSeconds(5));
    }

    @Test
    void asksAgainForANewVersionOfTheTermsWhateverTheGrant() {
        house.set(TERMS);
        Newcomer newcomer = house.newcomer();
        browser.press(newcomer.settle(browser, newcomer.invited()));
        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(200);

        house.set(Map.of("crm.onboarding.terms-version", "2027-01"));

        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(400);
        Browser later = new Browser();
        Page terms = newcomer.signIn(later);
        assertThat(Where.is(terms)).as(terms.text()).isEqualTo(Where.TERMS);
        assertThat(terms.text()).contains("2027-01").doesNotContain("<progress");
        assertThat(Where.is(later.press(terms))).isEqualTo(Where.APPLICATION);
        assertThat(newcomer.record().path("terms").findValuesAsText("version")).containsExactly("2027-01", "2026-11");
        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(200);
    }

    @Test
    void letsNobodyInWhoDeclinesTheTerms() {
        house.set(TERMS);
        Newcomer newcomer = house.newcomer();
        Link link = newcomer.invited();
        Page terms = newcomer.settle(browser, link);

        Page declined = browser.submit(terms, Map.of("decline", "", "version", "2026-11"));

        assertThat(declined.address().toString()).doesNotContain("?code=").doesNotContain("&code=");
        assertThat(newcomer.state(link)).isEqualTo("claimed");
        assertThat(Where.is(newcomer.signIn(new Browser()))).isEqualTo(Where.TERMS);
    }
}
