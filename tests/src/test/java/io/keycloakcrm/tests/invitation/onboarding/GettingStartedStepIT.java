package io.keycloakcrm.tests.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list for the first days waits for the person and is no condition. */
@WithKeycloak
final class GettingStartedStepIT {

    private static final Map<String, String> LINKS = Map.of(
            "crm.onboarding.getting-started",
            "The first day|https://acme.example/first\nThe tour|https://acme.example/tour");

    private final Crm crm;
    private House house;
    private Browser browser;

    GettingStartedStepIT(Crm crm) {
        this.crm = crm;
        begin();
    }

    @BeforeEach
    void begin() {
        house = House.in(crm);
        browser = new Browser();
    }

    @Test
    void remembersWhatThePersonHasSeenAndAsksOnce() {
        house.set(LINKS);
        Newcomer newcomer = house.newcomer();
        Page started = newcomer.settle(browser, newcomer.invited());
        assertThat(Where.is(started)).as(started.text()).isEqualTo(Where.STARTED);
        String tour = started.text().replaceAll("(?s)^.*value=\"([0-9a-f]{64})\" aria-label=\"Seen: The tour.*$", "$1");

        Page saved = browser.submit(started, Map.of("done", tour, "save", ""));
        assertThat(Where.is(saved)).as(saved.text()).isEqualTo(Where.STARTED);
        assertThat(house.tokens(newcomer.username(), newcomer.password()).status())
                .isEqualTo(200); // it is no condition
        Browser later = new Browser();
        Page resumed = newcomer.signIn(later);
        assertThat(Where.is(resumed)).as(resumed.text()).isEqualTo(Where.STARTED);
        assertThat(resumed.text()).containsPattern("value=\"" + tour + "\"[^>]* checked");
        assertThat(Where.is(later.submit(resumed, Map.of("done", tour, "enter", ""))))
                .isEqualTo(Where.APPLICATION);

        assertThat(newcomer.record().path("gettingStarted").findValuesAsText("url"))
                .containsExactly("https://acme.example/tour");
        assertThat(newcomer.record().path("startedAt").asText()).isNotEmpty();
        assertThat(Where.is(newcomer.signIn(new Browser()))).isEqualTo(Where.APPLICATION);
    }
}
