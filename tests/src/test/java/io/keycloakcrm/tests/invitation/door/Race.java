package io.keycloakcrm.tests.invitation.door;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at the same moment. */
final class Race {

    private Race() {}

    static <T> List<Callable<T>> times(int number, Callable<T> runner) {
        return Collections.nCopies(number, runner);
    }

    /** What became of each, in the order of the runners. */
    static <T> List<T> of(List<Callable<T>> runners) {
        ExecutorService executor = Executors.newFixedThreadPool(runners.size());
        try {
            var start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> runner : runners) {
                running.add(executor.submit(() -> {
                    start.await();
                    return runner.call();
                }));
            }
            start.countDown();
            List<T> ends = new ArrayList<>();
            for (Future<T> end : running) {
                ends.add(end.get());
            }
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            executor.shutdown();
        }
    }
}
