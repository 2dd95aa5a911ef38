package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.server.ClusterNode;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An import does not care which of two nodes lives; the long version of this promise runs by {@code -Pcluster}. */
@WithCluster
@Tag("postgres-only")
@TestMethodOrder(OrderAnnotation.class)
final class ClusterIT {

    private static final int ROWS = 4_000;

    private final KeycloakCluster cluster;
    private final Sql sql;

    ClusterIT(KeycloakCluster cluster) throws IOException {
        this.cluster = cluster.up(KeycloakCluster.SHORT_LEASE);
        this.sql = new Sql(cluster);
    }

    /** Last, because nobody waits for the dead node to start again. */
    @Test
    @Order(2)
    void losesAndDoublesNoRowWhenANodeDies() throws IOException {
        var random = new Random(Figures.seed());
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("K", ROWS));
        job.awaitRows(random.nextInt(ROWS / 2));
        job.awaitTwoNodes();
        ClusterNode victim = cluster.node(random.nextInt(2));

        double failover = Death.of(victim, job).awaitFailover(Duration.ofSeconds(45));
        job.awaitEnd(Duration.ofMinutes(2));

        Figures.note(
                "1 kill of %s in %d rows: fail-over %.1f s at a lease of 3 s".formatted(victim.name(), ROWS, failover));
        assertThat(failover).isLessThan(45);
        job.assertEachRowOnce(ROWS);
    }

    @Test
    @Order(1)
    void goesOnByItselfWhenTheDatabaseWasAway() throws IOException {
        RunningJob job = RunningJob.started(sql, cluster.node(1).crm().newRealm(), new Newcomers("D", ROWS));
        job.awaitRows(100);

        cluster.cutDatabase();
        boolean tooLate = job.ended();
        Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        cluster.mendDatabase();
        job.awaitEnd(Duration.ofMinutes(2));

        assertThat(tooLate).isFalse();
        job.assertEachRowOnce(ROWS);
    }
}
