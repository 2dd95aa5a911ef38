package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Letters;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.RefusingMailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a transaction puts into the outbox goes out after it, once, whatever becomes of the mail server meanwhile. */
@WithKeycloak
final class OutboxIT {

    private final Crm crm;
    private final MailServer server = MailServer.started();
    private final Letters letters;

    OutboxIT(Crm crm) {
        this.crm = crm;
        this.letters = newRealm().by(server.settings());
    }

    @AfterAll
    void closeTheServer() {
        server.close();
    }

    @Test
    void deliversWhatWasCommitted() {
        letters.send("told-welcome");

        await().until(() -> letters.ending("told-welcome").equals("SENT"));
        assertThat(server.subjects()).containsOnlyOnce("told-welcome");
    }

    @Test
    void sendsNothingOfATransactionThatFailed() {
        letters.sendAndFail("failed");
        letters.send("after-failed");

        await().until(() -> server.subjects().contains("after-failed"));
        assertThat(server.subjects()).doesNotContain("failed");
    }

    @Test
    void sendsOfAKeyOnce() {
        assertThat(letters.send("once", "once")).isEqualTo(1);
        await().until(() -> server.subjects().contains("once"));

        assertThat(letters.send("once", "once-more")).isEqualTo(1);
        await().until(() -> server.subjects().contains("once-more"));
        assertThat(server.subjects()).containsOnlyOnce("once");
    }

    @Test
    void sendsManyOnceEachByAllWorkers() {
        List<String> keys = IntStream.range(0, 400).mapToObj(i -> "many-" + i).toList();

        assertThat(letters.send(keys)).isEqualTo(400);

        await().until(() -> many().size() >= 400);
        assertThat(many()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private List<String> many() {
        return server.subjects().stream()
                .filter(subject -> subject.startsWith("many-"))
                .toList();
    }

    @Test
    void deliversOnceWhenTheServerIsUpAgain() {
        try (MailServer down = MailServer.down()) {
            Letters waiting = newRealm().by(down.settings());
            double before = attempts("down");
            waiting.send("patient", "told-patient");
            await().until(() -> attempts("down") >= before + 2);

            down.start();

            await().until(() -> waiting.ending("told-patient").equals("SENT")
                    && down.subjects().size() >= 2);
            assertThat(down.subjects()).containsExactlyInAnyOrder("patient", "told-patient");
            assertThat(waiting.undelivered()).isEmpty();
        }
    }

    @Test
    void givesUpAtOnceWhatIsRefusedForGood() throws IOException {
        try (RefusingMailServer refusing = RefusingMailServer.started()) {
            Letters refused = newRealm().by(refusing.settings());

            refused.send("told-refused");

            await().until(() -> refused.ending("told-refused").equals("UNDELIVERABLE"));
            JsonNode undelivered = refused.undelivered();
            assertThat(undelivered).hasSize(1);
            assertThat(undelivered.path(0).path("code").asText()).isEqualTo("crm.outbox.refused");
            assertThat(undelivered.path(0).path("number").asInt()).isEqualTo(1);
            assertThat(undelivered.path(0).path("message").asText()).contains("refused");
            assertThat(undelivered.toString()).doesNotContain("what-was-in-the-mail");
            assertThat(refusing.refused()).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatNobodyKnowsHowToSend() {
        double before = attempts("down");

        letters.send("carrier-pigeon", List.of("pigeon"));

        await().until(() -> attempts("down") > before);
        assertThat(letters.withdraw("pigeon")).isTrue();
    }

    @Test
    void doesNotSendWhatIsWithdrawn() {
        Letters later = newRealm();
        double before = attempts("down");
        later.send("unwanted", "wanted");
        await().until(() -> attempts("down") > before);

        assertThat(later.withdraw("unwanted")).isTrue();
        later.by(server.settings());

        await().until(() -> server.subjects().contains("wanted"));
        assertThat(server.subjects()).doesNotContain("unwanted");
    }

    @Test
    void keepsRealmsApart() {
        try (MailServer own = MailServer.started()) {
            Letters other = newRealm().by(own.settings());

            letters.send("told-same");
            other.send("told-same");

            await().until(() -> letters.ending("told-same").equals("SENT")
                    && other.ending("told-same").equals("SENT"));
            assertThat(own.subjects()).containsExactly("told-same");
            assertThat(server.subjects()).containsOnlyOnce("told-same");
        }
    }

    @Test
    void doesNotLetARealmWaitForTheServerOfAnother() throws IOException {
        try (RefusingMailServer silent = RefusingMailServer.silent()) {
            Letters stuck = newRealm().by(silent.settings());
            stuck.send(IntStream.range(0, 100).mapToObj(i -> "stuck-" + i).toList());

            letters.send("overtaking");

            await().until(() -> server.subjects().contains("overtaking"));
            stuck.realm().delete("").expect(204);
        }
    }

    @Test
    void forgetsTheParcelsOfARealmThatIsRemoved() {
        try (MailServer down = MailServer.down()) {
            Letters gone = newRealm().by(down.settings());
            gone.send("never");

            gone.realm().delete("").expect(204);
            // Whatever was just going out has failed by then, the server being down.
            letters.send("after-never");
            await().until(() -> server.subjects().contains("after-never"));

            down.start();
            letters.send("long-after-never");
            await().until(() -> server.subjects().contains("long-after-never"));
            assertThat(down.subjects()).isEmpty();
        }
    }

    private Letters newRealm() {
        return new Letters(crm.newRealm());
    }

    private double attempts(String result) {
        return crm.metrics().sum("crm_outbox_delivery_seconds_count", "result=" + result);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
