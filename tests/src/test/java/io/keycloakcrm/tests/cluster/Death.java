package io.keycloakcrm.tests.cluster;

import io.keycloakcrm.tests.server.ClusterNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The death of a node with work in hand, and how long that work lay there. */
final class Death {

    private final RunningJob job;
    private final long at;
    private final List<String> orphans;

    private Death(RunningJob job, long at, List<String> orphans) {
        this.job = job;
        this.at = at;
        this.orphans = orphans;
    }

    static Death of(ClusterNode node, RunningJob job) {
        node.kill();
        long at = System.nanoTime();
        return new Death(job, at, job.claimed());
    }

    /** Whether all that was in hand when the node died, its own or another's, is done. */
    boolean overcome() {
        return job.done(orphans);
    }

    boolean leftWork() {
        return !overcome();
    }

    double seconds() {
        return (System.nanoTime() - at) / 1e9;
    }

    /** Waits until the work is taken over and done, and answers how long that took since the death. */
    double awaitFailover(Duration limit) {
        Awaitility.await("the work of the dead node is done by the other")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(this::overcome);
        return seconds();
    }
}
