package io.keycloakcrm.tests.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that lead nowhere all say the same. */
@WithKeycloak
final class DeadLinksIT {

    private static final Duration LIFE = Duration.ofSeconds(4);

    private final DoorRealm realm;
    private final DoorRealm other;
    private final String dead;

    DeadLinksIT(Crm crm) {
        this.realm = DoorRealm.in(crm);
        this.other = DoorRealm.in(crm);
        this.dead = page(realm.link("A".repeat(43)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "%20", "a/b", "%E4%B8%AD", "<b>", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @DisplayName("Kratos: not break UI if empty code")
    void malformedOnes(String code) {
        String raw = code.replace("<", "%3C").replace(">", "%3E");
        assertThat(page(realm.link(raw))).isEqualTo(dead);
    }

    @Test
    void onesOfAnotherRealm() {
        assertThat(page(realm.link(other.invited().code()))).isEqualTo(dead);
    }

    @Test
    void revokedOnes() {
        assertDead(invited -> invited.person().take("revoke", invited.edition()));
    }

    @Test
    @DisplayName("Kratos: not use first code after re-sending e-mail")
    void onesThatWereSentAnew() {
        assertDead(invited -> invited.person().take("renew", invited.edition()));
    }

    @Test
    void acceptedOnes() {
        assertDead(invited -> invited.person().take("claim", invited.edition())
                && invited.person().take("accept", invited.edition()));
    }

    @Test
    @DisplayName("Kratos: not able to recover account that does not exist")
    void onesOfDeletedPeople() {
        assertDead(invited ->
                realm.api().delete("users/" + invited.person().user()).succeeded());
    }

    @Test
    @DisplayName("Kratos: not recover an inactive account")
    void onesOfDisabledPeople() {
        assertDead(invited -> change(invited, Map.of("enabled", false)));
    }

    @Test
    @DisplayName("CVE-2023-26481: a token outlives the address it was sent to")
    void onesThatWentToAnAddressThePersonHasNoMore() {
        assertDead(invited ->
                change(invited, Map.of("email", "elsewhere-" + invited.person().address())));
    }

    @Test
    @DisplayName("CVE-2026-94000: the inviter was demoted, or the person has come to outrank him")
    void onesWhoseInviterMayNoLongerInvite() {
        RealmApi inviter = realm.api().asNewAdmin("manage-users", "manage-realm");
        DoorRealm his = new DoorRealm(inviter);
        Invited demoted = his.invited();
        Invited promoted = his.invited();
        assertThat(page(demoted.link())).isNotEqualTo(dead);

        realm.api().grant(promoted.person().user(), "realm-management", "realm-admin");
        assertThat(page(promoted.link())).isEqualTo(dead);
        assertThat(page(demoted.link())).isNotEqualTo(dead);

        String id = idOf(inviter);
        realm.api().put("users/" + id, Map.of("enabled", false)).expect(204);
        assertThat(page(demoted.link())).isEqualTo(dead);
        realm.api().put("users/" + id, Map.of("enabled", true)).expect(204);
        assertThat(page(demoted.link())).isNotEqualTo(dead);
        realm.api().delete("users/" + id).expect(204);
        assertThat(page(demoted.link())).isEqualTo(dead);
    }

    @Test
    @DisplayName("GO-2025-4136, Kratos: not recover with expired code, respect custom expires_in")
    void onesThatRanOutAndNotASecondSooner() {
        Invited invited = realm.invited();
        long begin = System.nanoTime();
        invited.person().expireIn(invited.edition(), LIFE);
        assertThat(page(invited.link())).isNotEqualTo(dead);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> page(invited.link()).equals(dead));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(LIFE, LIFE.plusSeconds(1));
        assertThat(invited.state()).as("without anybody's doing").isEqualTo("pending");
    }

    private void assertDead(Function<Invited, Boolean> end) {
        Invited invited = realm.invited();
        assertThat(page(invited.link())).isNotEqualTo(dead);
        assertThat(end.apply(invited)).isTrue();

        assertThat(page(invited.link())).isEqualTo(dead);
        ApiResponse pressed = new Browser().post(invited.link(), Map.of("state", "x"), Map.of());
        assertThat(pressed.status()).isEqualTo(410);
        assertThat(pressed.text()).isEqualTo(dead);
        DoorHeadersIT.assertSealed(pressed);
    }

    private boolean change(Invited invited, Map<String, ?> changes) {
        return realm.api().put("users/" + invited.person().user(), changes).succeeded();
    }

    private String idOf(RealmApi admin) {
        for (var user : realm.api().get("users?max=500").expect(200).json()) {
            boolean named = user.path("username").asText().startsWith("admin-");
            if (named) {
                return user.path("id").asText();
            }
        }
        throw new AssertionError("no administrator of " + admin.name());
    }

    private static String page(URI link) {
        ApiResponse answer = new Browser().ask("GET", link, Map.of());
        DoorHeadersIT.assertSealed(answer);
        assertThat(answer.status()).isIn(200, 410);
        return answer.status() == 410 ? answer.text() : "alive";
    }
}
