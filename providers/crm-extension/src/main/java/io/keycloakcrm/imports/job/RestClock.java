package io.keycloakcrm.imports.job;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Wakes those who rest. Keycloak's timer is one thread for the whole server and knows only what repeats. */
final class RestClock implements SlowLane.Alarm {

    private static final Logger LOG = Logger.getLogger(RestClock.class);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "crm-import-rest");
        thread.setDaemon(true);
        return thread;
    });

    RestClock() {
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whatever is thrown is told below
    public void in(long millis, Runnable task) {
        executor.schedule(() -> ring(task), millis, TimeUnit.MILLISECONDS);
    }

    private static void ring(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) { // a task's outer edge: the next tick calls the workers again
            LOG.warn("Nobody could be called to go on with an import; tried again at the next tick", e);
        }
    }

    /** Whoever rests now is not woken any more. */
    void stop() {
        executor.shutdownNow();
    }
}
