package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.server.ClusterNode;
import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One job of thirty thousand rows, and twenty deaths in it: a random node at a random moment, started again each time.
 * While a node starts, which takes longer than all the rows would, the job is paused. The first death may cost a third
 * of the rows, so that the fail-over is seen without a pause. One worker a node, or the rows would not last for that.
 */
@WithCluster
@Tag("cluster")
final class TwentyKillsIT {

    private static final int ROWS = 30_000;
    private static final int KILLS = 20;
    private static final Variation ONE_WORKER =
            KeycloakCluster.SHORT_LEASE.with("--spi-crm-admin-endpoint--imports--workers=1");

    private final KeycloakCluster cluster;
    private final Sql sql;
    private final Random random = new Random(Figures.seed());
    private final List<Double> failovers = new ArrayList<>();
    private int deathsWithWork;

    TwentyKillsIT(KeycloakCluster cluster) throws IOException {
        this.cluster = cluster.up(ONE_WORKER);
        this.sql = new Sql(cluster);
    }

    @Test
    void loseAndDoubleNoRow() throws IOException {
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("T", ROWS));
        long start = System.nanoTime();
        job.awaitRows(1);
        for (int kill = 1; kill <= KILLS; kill++) {
            assertThat(job.ended()).as("there is work for kill %d", kill).isFalse();
            kill(job, ROWS / 3 + ROWS * 2 / 3 * (kill - 1) / (KILLS + 2));
        }
        job.awaitEnd(Duration.ofMinutes(3));

        Figures.note(("%d kills, %d of them with work in hand, in one job of %d rows, %.0f s: rows lost 0, doubled 0;"
                        + " fail-overs without a pause %s s, at a lease of 3 s")
                .formatted(KILLS, deathsWithWork, ROWS, (System.nanoTime() - start) / 1e9, failovers));
        assertThat(failovers)
                .isNotEmpty()
                .allSatisfy(seconds -> assertThat(seconds).isLessThan(45));
        job.assertEachRowOnce(ROWS);
    }

    private void kill(RunningJob job, long share) throws IOException {
        job.awaitTwoNodes();
        Awaitility.await("a random moment")
                .pollDelay(Duration.ofMillis(random.nextInt(400)))
                .until(() -> true);
        int index = random.nextInt(2);
        ClusterNode victim = cluster.node(index);
        ClusterNode survivor = cluster.node(1 - index);

        Death death = Death.of(victim, job);
        deathsWithWork += death.leftWork() ? 1 : 0;
        Awaitility.await("fail-over, or the share of this round is done")
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> death.overcome() || job.rows() >= share);
        if (death.overcome()) {
            failovers.add(death.seconds());
        }
        boolean paused = job.pause(survivor.crm());
        victim.start(ONE_WORKER);
        if (paused) {
            job.resume(survivor.crm());
        }
    }
}
