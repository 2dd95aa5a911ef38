package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.background.Turns;
import java.util.List;
import java.util.Optional;

/** Gives whoever is free at this node the next chunk to work. */
final class Foreman {

    private final Transactions transactions;
    private final Lease lease;
    private final SlowLane lane;
    private final Worker worker;
    private final Setbacks setbacks;
    private final Runnable moreToDo;
    private final JobEnds ends;
    private final Turns turns = new Turns();

    /**
     * Under whose name chunks are claimed, and for how long.
     *
     * @param owner this run of this node
     */
    record Lease(String owner, long millis) {}

    /** @param moreToDo is told of chunks that nobody else at this node knows of */
    Foreman(
            Transactions transactions,
            Lease lease,
            SlowLane lane,
            Worker worker,
            Setbacks setbacks,
            Runnable moreToDo) {
        this.transactions = transactions;
        this.lease = lease;
        this.lane = lane;
        this.worker = worker;
        this.setbacks = setbacks;
        this.moreToDo = moreToDo;
        this.ends = new JobEnds(transactions);
    }

    /** Works one chunk, if there is one that may be worked now. */
    boolean step() {
        List<ActiveJobRepository.Active> jobs = transactions.run(ActiveJobRepository::all);
        setbacks.keepOnly(jobs.stream().map(ActiveJobRepository.Active::id).toList());
        for (ActiveJobRepository.Active job : turns.inOrder(jobs, ActiveJobRepository.Active::realmId)) {
            if (setbacks.rests(job.id())) {
                continue;
            }
            if (job.pace() == Pace.FULL ? work(job) : workConsiderately(job)) {
                return true;
            }
        }
        return false;
    }

    private boolean workConsiderately(ActiveJobRepository.Active job) {
        if (!lane.enter()) {
            return false;
        }
        long start = System.nanoTime();
        boolean worked = true;
        try {
            worked = work(job);
            if (worked) {
                ends.complete(job.realmId(), job.id()); // else a small job would be done only after the rest
            }
            return worked;
        } finally {
            if (worked) {
                lane.leave(System.nanoTime() - start);
            } else {
                lane.leave();
            }
        }
    }

    private boolean work(ActiveJobRepository.Active job) {
        Optional<Claim> claim = transactions.run(session -> new ChunkRepository(session, job.realmId())
                .claim(job.id(), lease.owner(), DatabaseClock.millis(session), lease.millis()));
        if (claim.isEmpty()) {
            ends.complete(job.realmId(), job.id());
            return false;
        }
        turns.took(job.realmId());
        if (claim.get().number() == 0) {
            moreToDo.run(); // those who left when the phase before ran out of chunks
        }
        worker.work(claim.get());
        return true;
    }
}
