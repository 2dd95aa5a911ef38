package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the lease and the tick as they are shipped, the work of a dead node is done by the other in 45 seconds. */
@WithCluster
@Tag("cluster")
final class DefaultLeaseIT {

    private static final int ROWS = 6_000;

    private final KeycloakCluster cluster;
    private final Sql sql;

    DefaultLeaseIT(KeycloakCluster cluster) throws IOException {
        this.cluster = cluster.up(Variation.NONE);
        this.sql = new Sql(cluster);
    }

    @Test
    void failsOverWithin45Seconds() {
        var random = new Random(Figures.seed());
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("L", ROWS));
        job.awaitRows(random.nextInt(ROWS / 3) + 1);
        job.awaitTwoNodes();

        double failover = Death.of(cluster.node(random.nextInt(2)), job).awaitFailover(Duration.ofSeconds(60));
        job.awaitEnd(Duration.ofMinutes(2));

        Figures.note("fail-over at the default lease of 20 s: %.1f s".formatted(failover));
        assertThat(failover).isBetween(13.0, 45.0);
        job.assertEachRowOnce(ROWS);
    }
}
