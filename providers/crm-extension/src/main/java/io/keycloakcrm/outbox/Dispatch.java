package io.keycloakcrm.outbox;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.background.Turns;
import java.util.List;
import java.util.UUID;

/** Gives whoever is free at this node the next parcels to deliver, realm by realm. */
final class Dispatch {

    /** So few that a realm does not wait long for its turn, so many that claiming costs little. */
    private static final int BATCH = 50;

    private final Transactions transactions;
    private final Courier courier;
    private final Pace pace;
    private final Setbacks setbacks;
    private final long leaseMillis;
    private final int batch;
    private final Turns turns = new Turns();
    private volatile boolean stopped;

    Dispatch(Transactions transactions, Courier courier, Pace pace, Setbacks setbacks, OutboxConfig config) {
        this.transactions = transactions;
        this.courier = courier;
        this.pace = pace;
        this.setbacks = setbacks;
        this.leaseMillis = config.leaseMillis();
        this.batch = Math.min(BATCH, config.perSecond());
    }

    /** Finishes what is in hand and gives the rest back. */
    void stop() {
        stopped = true;
        pace.stop();
    }

    /** Delivers a batch, if there is one that may go now. */
    boolean step() {
        List<Queue> queues =
                transactions.run(session -> new OutboxQueueRepository(session).due(DatabaseClock.millis(session)));
        setbacks.keepOnly(queues.stream().map(Queue::toString).toList());
        for (Queue queue : turns.inOrder(queues, Queue::realmId)) {
            List<Claimed> claimed = setbacks.rests(queue.toString()) ? List.of() : claim(queue);
            if (!claimed.isEmpty()) {
                turns.took(queue.realmId());
                deliver(queue, claimed);
                return true;
            }
        }
        return false;
    }

    private List<Claimed> claim(Queue queue) {
        return transactions.run(session -> {
            long now = DatabaseClock.millis(session);
            var lease = new Lease(UUID.randomUUID().toString(), now, now + leaseMillis);
            return new OutboxRepository(session, queue.realmId()).claim(queue.kind(), lease, batch);
        });
    }

    private void deliver(Queue queue, List<Claimed> parcels) {
        int done = 0;
        while (done < parcels.size() && mayGo()) {
            Outcome outcome = courier.deliver(parcels.get(done++));
            if (outcome.concernsOthers()) {
                setbacks.add(queue.toString());
                break;
            }
            if (outcome == Outcome.SENT) {
                setbacks.forget(queue.toString());
            }
        }
        List<Claimed> left = parcels.subList(done, parcels.size());
        if (!left.isEmpty()) {
            transactions.run(session -> {
                var repository = new OutboxRepository(session, queue.realmId());
                left.forEach(repository::release);
                return true;
            });
        }
    }

    private boolean mayGo() {
        if (stopped) {
            return false;
        }
        try {
            return pace.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return false;
        }
    }
}
