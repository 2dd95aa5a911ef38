package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same as {@link DoorRaceIT} with the browsers spread over two nodes, which share nothing but the database. */
@WithCluster
@Tag("postgres-only")
final class DoorClusterIT {

    private static final int BROWSERS = 200;
    private static final int FEW = 10;
    private static final int ROUNDS = 2;

    private final DoorRealm here;
    private final DoorRealm there;

    DoorClusterIT(KeycloakCluster cluster) throws IOException {
        cluster.up(Variation.NONE);
        this.here = DoorRealm.in(cluster.node(0).crm());
        this.there = new DoorRealm(here.api().as(cluster.node(1).crm().admin()));
    }

    @Test
    @DisplayName("CVE-2026-90997: two hundred redeem at once, at two nodes")
    void oneOfTwoHundredBrowsersGetsIn() {
        Invited invited = here.invited();

        List<Page> ends = Race.of(redeemers(invited, BROWSERS));

        assertThat(ends).filteredOn(Page::isApplication).hasSize(1);
        assertThat(ends)
                .filteredOn(page -> !page.isApplication())
                .allSatisfy(page -> assertThat(page.status()).as(page.text()).isEqualTo(410));
        assertThat(invited.state()).isIn("claimed", "accepted");
    }

    @RepeatedTest(ROUNDS)
    void eitherIsInOrIsRevokedAtTheOtherNode() {
        assertOneOutcome("revoke", "revoked");
    }

    @RepeatedTest(ROUNDS)
    void eitherIsInOrIsSentAnewAtTheOtherNode() {
        assertOneOutcome("renew", "pending");
    }

    @RepeatedTest(ROUNDS)
    void eitherIsInOrTooLate() {
        Invited invited = here.invited();
        List<Callable<Page>> all = redeemers(invited, FEW);
        invited.person().expireIn(invited.edition(), Duration.ofMillis(300));

        List<Page> ends = Race.of(all);

        assertSound(invited, ends, "opened", "expired");
    }

    @RepeatedTest(ROUNDS)
    void nothingIsLeftOfWhoeverIsDeletedAtTheOtherNode() {
        Invited invited = here.invited();
        List<Callable<Page>> all = redeemers(invited, FEW);
        all.add(FEW / 2, () -> {
            there.api().delete("users/" + invited.person().user()).expect(204);
            return new Browser().open(invited.link());
        });

        Race.of(all);

        assertThat(invited.state()).isEmpty();
        assertThat(new Browser().open(invited.link()).status()).isEqualTo(410);
        assertThat(new Browser().open(there.link(invited.code())).status()).isEqualTo(410);
    }

    @Test
    void whatHappensAtOneNodeCountsAtTheOtherAtOnce() {
        Invited invited = here.invited();
        assertThat(new Browser().open(there.link(invited.code())).status()).isEqualTo(200);

        invited.person().take("revoke", invited.edition());

        assertThat(new Browser().open(there.link(invited.code())).status()).isEqualTo(410);
    }

    private void assertOneOutcome(String step, String without) {
        Invited invited = here.invited();
        List<Callable<Page>> all = redeemers(invited, FEW);
        all.add(FEW / 2, () -> {
            invited.person().in(there.api()).take(step, invited.edition());
            return new Browser().open(invited.link());
        });

        assertSound(invited, Race.of(all), without);
    }

    private static void assertSound(Invited invited, List<Page> ends, String... without) {
        long in = ends.stream().filter(Page::isApplication).count();
        assertThat(in).isLessThanOrEqualTo(1);
        assertThat(invited.hasCredential()).isEqualTo(in == 1);
        if (in == 1) {
            assertThat(invited.state()).isIn("claimed", "accepted");
        } else {
            assertThat(invited.state()).isIn((Object[]) without);
        }
    }

    /** By turns at one node and at the other, each before its last step. */
    private List<Callable<Page>> redeemers(Invited invited, int number) {
        List<Callable<Page>> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Invited at = i % 2 == 0
                    ? invited
                    : new Invited(there, invited.person().in(there.api()), invited.edition(), invited.code());
            var browser = new Browser();
            Page page = at.beforeCredential(browser);
            all.add(() -> at.finish(browser, page));
        }
        return all;
    }
}
