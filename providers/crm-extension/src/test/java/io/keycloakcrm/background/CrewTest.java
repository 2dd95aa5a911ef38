package io.keycloakcrm.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private int work;
    private int steps;
    private Runnable duringStep = () -> {};

    private final Crew crew = new Crew("Tests", 2, threads::add, this::step);

    @Test
    void callsEverybody() {
        crew.call();

        assertThat(threads).hasSize(2);
    }

    @Test
    void callsNobodyTwice() {
        crew.call();
        crew.call();

        assertThat(threads).hasSize(2);
    }

    @Test
    void worksUntilNothingIsLeft() {
        work = 5;
        crew.call();
        runAll();

        assertThat(work).isZero();
    }

    @Test
    void comesBackWhenCalledAgain() {
        crew.call();
        runAll();
        crew.call();

        assertThat(threads).hasSize(2);
    }

    @Test
    void looksOnceMoreWhenCalledWhileItFindsNothing() {
        duringStep = () -> {
            duringStep = () -> {};
            crew.call();
            work = 1; // came after this worker had looked, and nobody was free to hear of it
        };
        crew.call();
        threads.remove().run();

        assertThat(work).isZero();
    }

    @Test
    void endsAfterTheStepInHandWhenDismissed() {
        work = 5;
        duringStep = crew::dismiss;
        crew.call();
        runAll();

        assertThat(steps).isOne();
    }

    @Test
    void callsNobodyOnceDismissed() {
        crew.dismiss();
        crew.call();

        assertThat(threads).isEmpty();
    }

    @Test
    void losesNobodyToAnError() {
        duringStep = () -> {
            throw new StackOverflowError();
        };
        crew.call();
        runAll();
        crew.call();

        assertThat(threads).hasSize(2);
    }

    @Test
    void losesNobodyToAFullExecutor() {
        var full = new Crew(
                "Tests",
                2,
                task -> {
                    if (steps++ < 1) {
                        throw new RejectedExecutionException();
                    }
                    threads.add(task);
                },
                this::step);
        assertThatThrownBy(full::call).isInstanceOf(RejectedExecutionException.class);

        full.call();

        assertThat(threads).hasSize(2);
    }

    private boolean step() {
        steps++;
        boolean found = work > 0;
        work -= found ? 1 : 0;
        duringStep.run();
        return found;
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }
}
