package io.keycloakcrm.outbox;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps this node from sending faster than it is told to. */
final class Pace {

    private final LongSupplier nanoTime;
    private final long interval;
    private long next;
    private boolean stopped;

    Pace(int perSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.next = nanoTime.getAsLong();
    }

    /** Waits until one more may go; answers false if none may any more. */
    synchronized boolean await() throws InterruptedException {
        long left = reserve();
        long end = System.nanoTime() + left;
        while (!stopped && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return !stopped;
    }

    /** Takes the next place and answers in how many nanoseconds it comes; what was not used is not made up for. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long place = next - now > 0 ? next : now;
        next = place + interval;
        return place - now;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
