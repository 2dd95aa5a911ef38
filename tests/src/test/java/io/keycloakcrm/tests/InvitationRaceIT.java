package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.InvitationSteps.Edition;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Of two steps of an invitation that cannot both be, one is, however many try at the same moment. */
@WithKeycloak
final class InvitationRaceIT {

    private static final int THREADS = 200;
    private static final int ROUNDS = 5;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final RealmApi realm;

    InvitationRaceIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @AfterAll
    void dismiss() {
        executor.shutdown();
    }

    @Test
    void letsOneOfTwoHundredRedeemIt() throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        Edition edition = person.invited();

        assertThat(race(times(THREADS, () -> person.take("claim", edition)))).containsOnlyOnce(true);
        assertThat(person.state(edition)).isEqualTo("claimed");
    }

    @RepeatedTest(ROUNDS)
    void isEitherRedeemedOrRevoked() throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        Edition edition = person.invited();
        String code = person.mint(edition);

        List<Boolean> taken = race(mixed(() -> person.take("claim", edition), () -> person.take("revoke", edition)));

        assertThat(taken).containsOnlyOnce(true);
        assertThat(person.state(edition)).isEqualTo(claimed(taken) ? "claimed" : "revoked");
        assertThat(person.look(code)).isEqualTo(claimed(taken) ? "claimed" : "");
    }

    @RepeatedTest(ROUNDS)
    void isEitherRedeemedOrSentAnew() throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        Edition edition = person.invited();
        String code = person.mint(edition);

        List<Boolean> taken = race(mixed(() -> person.take("claim", edition), () -> person.take("renew", edition)));

        assertThat(taken).containsOnlyOnce(true);
        assertThat(person.version(edition)).isEqualTo(claimed(taken) ? 1 : 2);
        assertThat(person.look(code)).isEqualTo(claimed(taken) ? "claimed" : "");
        assertThat(person.take("claim", edition.next())).isEqualTo(!claimed(taken));
    }

    @RepeatedTest(ROUNDS)
    void isEitherRedeemedOrHasRunOut(RepetitionInfo round) throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        Edition edition = person.invited();
        person.expireIn(edition, Duration.ofMillis(10L * (round.getCurrentRepetition() - 1)));

        List<Boolean> taken = race(mixed(() -> person.take("claim", edition), () -> person.take("invite", edition)));

        assertThat(taken.stream().filter(done -> done).count()).isLessThanOrEqualTo(1);
        assertThat(claimed(taken) || person.take("claim", edition)).isEqualTo(claimed(taken));
        assertThat(person.state(edition)).matches(claimed(taken) ? "claimed" : "pending|expired");
    }

    @RepeatedTest(ROUNDS)
    void leavesNothingOfADeletedPerson() throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        Edition edition = person.invited();
        String code = person.mint(edition);

        List<Callable<Boolean>> steps = new ArrayList<>(times(20, () -> person.take("claim", edition)));
        steps.add(10, () -> realm.delete("users/" + person.user()).succeeded());
        List<Boolean> taken = race(steps);

        assertThat(taken.remove(10)).isTrue();
        assertThat(taken.stream().filter(done -> done).count()).isLessThanOrEqualTo(1);
        assertThat(person.state(edition)).isEmpty();
        assertThat(person.look(code)).isEmpty();
        assertThat(person.live()).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void leavesNoCodeOfWhatWasRevoked() throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        Edition edition = person.invited();
        List<String> codes = new ArrayList<>();

        race(mixed(
                () -> {
                    String code = person.mint(edition);
                    synchronized (codes) {
                        codes.add(code);
                    }
                    return !code.isEmpty();
                },
                () -> person.take("revoke", edition)));

        assertThat(person.state(edition)).isEqualTo("revoked");
        assertThat(codes).allSatisfy(code -> assertThat(person.look(code)).isEmpty());
    }

    @RepeatedTest(ROUNDS)
    void invitesAPersonOnce() throws Exception {
        InvitationSteps person = InvitationSteps.ofSomebody(realm);
        var nothing = new Edition("", 0);

        assertThat(race(times(40, () -> person.take("invite", nothing)))).containsOnlyOnce(true);
        assertThat(person.live()).isNotEmpty();
    }

    /** Whether one of the first kind was taken; see {@link #mixed}. */
    private static boolean claimed(List<Boolean> taken) {
        for (int i = 0; i < taken.size(); i += 2) {
            if (taken.get(i)) {
                return true;
            }
        }
        return false;
    }

    /** Both by turns: the first kind at the even places. */
    private static List<Callable<Boolean>> mixed(Callable<Boolean> one, Callable<Boolean> other) {
        return Stream.generate(() -> List.of(one, other))
                .limit(20)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Callable<Boolean>> times(int number, Callable<Boolean> step) {
        return Stream.generate(() -> step).limit(number).toList();
    }

    private List<Boolean> race(List<Callable<Boolean>> steps) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        List<Future<Boolean>> running = new ArrayList<>();
        for (Callable<Boolean> step : steps) {
            running.add(executor.submit(() -> {
                start.await();
                return step.call();
            }));
        }
        start.countDown();
        List<Boolean> taken = new ArrayList<>();
        for (Future<Boolean> one : running) {
            taken.add(one.get());
        }
        return taken;
    }
}
