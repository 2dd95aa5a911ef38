package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever asks for a new link gets one if it is his, and learns nothing if it is not. */
@WithKeycloak
final class NewLinkIT {

    /** In which whatever is done after an answer is done. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Crm crm;
    private final DoorRealm realm;

    NewLinkIT(Crm crm) {
        this.crm = crm;
        this.realm = DoorRealm.in(crm);
    }

    @Test
    void comesToWhoeverHasAnInvitation() {
        Invited invited = mailed(realm);

        ask(realm, invited.person().address());

        awaitVersion(invited, 2);
        assertThat(dead(invited)).isTrue();
    }

    @Test
    void comesByTheDeadLinkAlone() {
        Invited invited = mailed(realm);
        invited.person().expireIn(invited.edition(), Duration.ofMillis(-1));
        var browser = new Browser();

        Browser.Page asked = browser.press(browser.open(invited.link()));

        assertThat(asked.text()).contains("crm-asked");
        awaitVersion(invited, 2);
    }

    @Test
    void comesNotToWhoeverWasNeverSentOne() {
        Invited handedOver = realm.invited();
        Invited revoked = mailed(realm);
        revoked.person().take("revoke", revoked.edition());
        Invited in = mailed(realm);
        in.person().take("claim", in.edition());
        Invited disabled = mailed(realm);
        realm.api()
                .put("users/" + disabled.person().user(), Map.of("enabled", false))
                .expect(204);

        for (Invited invited : List.of(handedOver, revoked, in, disabled)) {
            ask(realm, invited.person().address());
        }
        Invited last = mailed(realm);
        ask(realm, last.person().address());
        awaitVersion(last, 2);

        for (Invited invited : List.of(handedOver, revoked, in, disabled)) {
            assertThat(invited.person().version(invited.edition())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("CVE-2026-4633, keycloak#52676, Kratos: pretend the address exists when it does not")
    void saysTheSameWhoeverAsks() {
        DoorRealm quiet = DoorRealm.in(crm);
        Invited known = mailed(quiet);
        Invited disabled = mailed(quiet);
        quiet.api()
                .put("users/" + disabled.person().user(), Map.of("enabled", false))
                .expect(204);
        Invited revoked = mailed(quiet);
        revoked.person().take("revoke", revoked.edition());
        String unknown = "nobody@acme.example";

        String answer = ask(quiet, known.person().address()).text();
        for (String address : List.of(
                unknown,
                disabled.person().address(),
                revoked.person().address(),
                "",
                "<script>",
                "a".repeat(5_000) + "@x.example",
                "a\r\nBcc: b@x.example")) {
            ApiResponse other = ask(quiet, address);
            assertThat(other.status()).isEqualTo(200);
            assertThat(other.text()).isEqualTo(answer);
        }
    }

    @Test
    @DisplayName("CVE-2026-4633: who is known takes no longer")
    void takesTheSameTimeWhoeverAsks() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        // Of each realm only so many may ask from one place.
        for (int round = 0; round < 5; round++) {
            DoorRealm fresh = DoorRealm.in(crm);
            for (int i = 0; i < 10; i++) {
                Invited invited = mailed(fresh);
                boolean knownFirst = i % 2 == 0;
                if (knownFirst) {
                    known.add(nanosOf(fresh, invited.person().address()));
                    awaitVersion(invited, 2);
                }
                unknown.add(nanosOf(fresh, "nobody-" + i + "@acme.example"));
                if (!knownFirst) {
                    known.add(nanosOf(fresh, invited.person().address()));
                    awaitVersion(invited, 2);
                }
            }
        }
        long difference = Math.abs(median(known) - median(unknown));
        assertThat(Duration.ofNanos(difference)).isLessThan(Duration.ofMillis(5));
    }

    @Test
    void comesNotAgainWithinAMinute() {
        Invited invited = mailed(realm);
        ask(realm, invited.person().address());
        awaitVersion(invited, 2);

        ask(realm, invited.person().address()).expect(200);

        Awaitility.await().during(MOMENT).until(() -> invited.person().version(invited.edition()) == 2);
    }

    @Test
    @DisplayName("CVE-2025-64102: nothing stops who tries again and again")
    void stopsWhoeverAsksTooOften() {
        DoorRealm busy = DoorRealm.in(crm);
        int lets = 0;
        ApiResponse last = ask(busy, "a@acme.example");
        while (last.status() == 200 && lets < 100) {
            lets++;
            last = ask(busy, "a" + lets + "@acme.example");
        }

        assertThat(lets).isEqualTo(30);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains("crm-asked-too-often");
        DoorHeadersIT.assertSealed(last);
        assertThat(ask(realm, "a@acme.example").status()).as("in another realm").isEqualTo(200);
    }

    private static Invited mailed(DoorRealm realm) {
        Invited invited = realm.invited();
        assertThat(invited.person().take("queued", invited.edition())).isTrue();
        return invited;
    }

    private static ApiResponse ask(DoorRealm realm, String address) {
        return new Browser().post(realm.page("crm/new-link"), Map.of("ask", "new-link", "email", address), Map.of());
    }

    private static long nanosOf(DoorRealm realm, String address) {
        long begin = System.nanoTime();
        ask(realm, address).expect(200);
        return System.nanoTime() - begin;
    }

    private static boolean dead(Invited invited) {
        return new Browser().open(invited.link()).status() == 410;
    }

    private static void awaitVersion(Invited invited, int version) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> invited.person().version(invited.edition()) == version);
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
