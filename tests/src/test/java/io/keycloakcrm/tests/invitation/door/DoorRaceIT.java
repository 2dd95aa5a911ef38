package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** However many browsers come by one link at the same moment, one person gets one credential. */
@WithKeycloak
final class DoorRaceIT {

    private static final int BROWSERS = 200;
    private static final int ROUNDS = 2;
    private static final int FEW = 10;

    private final DoorRealm realm;

    DoorRaceIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
    }

    @Test
    @DisplayName("CVE-2026-90997, CVE-2026-107276, CVE-2026-82761: two hundred redeem at once")
    void oneOfTwoHundredBrowsersGetsIn() {
        Invited invited = realm.invited();
        List<Callable<Page>> browsers = new ArrayList<>();
        for (Page page : Race.of(Race.times(BROWSERS, () -> invited.enter(new Browser())))) {
            assertThat(page.status()).isEqualTo(200);
        }
        for (int i = 0; i < BROWSERS; i++) {
            browsers.add(redeemer(invited));
        }

        List<Page> ends = Race.of(browsers);

        assertThat(ends).filteredOn(Page::isApplication).hasSize(1);
        assertThat(ends)
                .filteredOn(page -> !page.isApplication())
                .allSatisfy(page -> assertThat(page.status()).as(page.text()).isEqualTo(410));
        assertThat(invited.state()).isIn("claimed", "accepted");
        assertThat(realm.api()
                        .get("users/" + invited.person().user() + "/credentials")
                        .expect(200)
                        .json())
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void eitherIsInOrIsRevoked() {
        assertOneOutcome("revoke", "revoked");
    }

    @RepeatedTest(ROUNDS)
    void eitherIsInOrIsSentAnew() {
        assertOneOutcome("renew", "pending");
    }

    @RepeatedTest(ROUNDS)
    void eitherIsInOrTooLate() {
        Invited invited = realm.invited();
        List<Callable<Page>> all = redeemers(invited);
        invited.person().expireIn(invited.edition(), Duration.ofMillis(100));

        assertSound(invited, Race.of(all), "opened", "expired");
    }

    @RepeatedTest(ROUNDS)
    void nothingIsLeftOfWhoeverIsDeleted() {
        Invited invited = realm.invited();
        List<Callable<Page>> all = redeemers(invited);
        all.add(FEW / 2, () -> {
            realm.api().delete("users/" + invited.person().user()).expect(204);
            return new Browser().open(invited.link());
        });

        Race.of(all);

        assertThat(invited.state()).isEmpty();
        assertThat(new Browser().open(invited.link()).status()).isEqualTo(410);
    }

    private void assertOneOutcome(String step, String without) {
        Invited invited = realm.invited();
        List<Callable<Page>> all = redeemers(invited);
        all.add(FEW / 2, () -> {
            invited.person().take(step, invited.edition());
            return new Browser().open(invited.link());
        });

        assertSound(invited, Race.of(all), without);
    }

    /** Either somebody is in, and it is claimed, or nobody is, and the account has no credential. */
    private static void assertSound(Invited invited, List<Page> ends, String... without) {
        boolean in = ends.stream().anyMatch(Page::isApplication);
        assertThat(ends.stream().filter(Page::isApplication).count()).isLessThanOrEqualTo(1);
        assertThat(invited.hasCredential()).isEqualTo(in);
        if (in) {
            assertThat(invited.state()).isIn("claimed", "accepted");
        } else {
            assertThat(invited.state()).isIn((Object[]) without);
        }
    }

    private List<Callable<Page>> redeemers(Invited invited) {
        List<Callable<Page>> all = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            all.add(redeemer(invited));
        }
        return all;
    }

    /** A browser that stands before the last step already, so that all take it together. */
    private static Callable<Page> redeemer(Invited invited) {
        var browser = new Browser();
        Page page = invited.beforeCredential(browser);
        return () -> invited.finish(browser, page);
    }
}
