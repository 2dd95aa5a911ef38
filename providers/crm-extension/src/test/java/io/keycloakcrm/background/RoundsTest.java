package io.keycloakcrm.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private int made;
    private boolean refused;

    private final Rounds rounds = new Rounds("Tests", threads::add, () -> made++);

    @Test
    void makesOneAtEachTick() {
        rounds.tick();
        runNext();
        rounds.tick();
        runNext();

        assertThat(made).isEqualTo(2);
    }

    @Test
    void beginsNoSecondOneWhileTheFirstLasts() {
        rounds.tick();
        rounds.tick();

        assertThat(threads).hasSize(1);
    }

    @Test
    void goesOnAfterOneThatFailed() {
        var failing = new Rounds("Tests", threads::add, () -> {
            made++;
            throw new IllegalStateException("on purpose");
        });
        failing.tick();
        runNext();
        failing.tick();
        runNext();

        assertThat(made).isEqualTo(2);
    }

    @Test
    void goesOnAfterTheServerHadNoThreadForOne() {
        var crowded = new Rounds("Tests", this::refuseOnce, () -> made++);
        crowded.tick();
        crowded.tick();
        runNext();

        assertThat(made).isEqualTo(1);
    }

    private void refuseOnce(Runnable round) {
        if (!refused) {
            refused = true;
            throw new RejectedExecutionException("on purpose");
        }
        threads.add(round);
    }

    private void runNext() {
        Objects.requireNonNull(threads.poll()).run();
    }
}
