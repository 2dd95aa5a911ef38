package io.keycloakcrm.background;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The threads of this node for one kind of work: there while there is work, gone when there is none. */
public final class Crew {

    private static final Logger LOG = Logger.getLogger(Crew.class);

    /** In place of the calls heard, once a worker has left. */
    private static final long GONE = -1;

    private final String work;
    private final int size;
    private final Executor executor;
    private final BooleanSupplier step;
    private int busy;
    private long calls;
    private volatile boolean dismissed;

    /**
     * Nobody works yet.
     *
     * @param work what they do, in the plural and capitalised
     * @param size how many work at the same time
     * @param step works a piece, or answers that there is none
     */
    public Crew(String work, int size, Executor executor, BooleanSupplier step) {
        this.work = work;
        this.size = size;
        this.executor = executor;
        this.step = step;
    }

    /** There may be work for all. Whoever is about to go for want of it looks once more. */
    public void call() {
        for (int free = called(); free > 0; free--) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | Error e) {
                leave(free);
                throw e;
            }
        }
    }

    /** Ends what is in hand and begins nothing more. */
    public void dismiss() {
        dismissed = true;
    }

    /**
     * Dismisses, and waits a little until nobody works any more.
     *
     * @param seconds well within the time that an orchestrator leaves a server between asking it to end and ending it
     * @param otherwise what becomes of what is still in hand then
     */
    public void disband(long seconds, String otherwise) {
        dismiss();
        try {
            if (!awaitGone(seconds)) {
                LOG.warnf("%s did not end within %d seconds; %s", work, seconds, otherwise);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nobody works any more; answers whether that came to be in time. */
    synchronized boolean awaitGone(long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (busy > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized int called() {
        calls++;
        int free = dismissed ? 0 : size - busy;
        busy += free;
        return free;
    }

    private void work() {
        try {
            long heard = calls();
            while (heard != GONE) {
                heard = !dismissed && step.getAsBoolean() ? heard : leaveUnlessCalled(heard);
            }
        } catch (Throwable e) { // a task's outer edge: the lease runs out and the next tick tries again
            leave(1);
            Blame.log(LOG, work, e);
        }
    }

    private synchronized long calls() {
        return calls;
    }

    /** Under the same lock as {@link #called}, so no call falls between the last look and the going. */
    private synchronized long leaveUnlessCalled(long heard) {
        if (calls != heard && !dismissed) {
            return calls;
        }
        busy--;
        notifyAll();
        return GONE;
    }

    private synchronized void leave(int number) {
        busy -= number;
        notifyAll();
    }
}
