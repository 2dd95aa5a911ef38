package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keycloakcrm.tests.server.ClusterNode;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator does to a cluster in the middle of a job. */
@WithCluster
@Tag("cluster")
final class OutageIT {

    private static final int ROWS = 6_000;

    private final KeycloakCluster cluster;
    private final Sql sql;

    OutageIT(KeycloakCluster cluster) {
        this.cluster = cluster;
        this.sql = new Sql(cluster);
    }

    @Test
    void theJobGoesOnByItselfAfterADatabaseWasAwayForHalfAMinute() throws IOException {
        cluster.up(KeycloakCluster.SHORT_LEASE);
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("O", ROWS));
        job.awaitRows(ROWS / 10);

        cluster.cutDatabase();
        long before = job.rows();
        Awaitility.await()
                .pollDelay(Duration.ofSeconds(30))
                .timeout(Duration.ofSeconds(40))
                .until(() -> true);
        cluster.mendDatabase();
        long back = System.nanoTime();
        job.awaitRows(before + 1);
        double again = (System.nanoTime() - back) / 1e9;
        job.awaitEnd(Duration.ofMinutes(3));

        Figures.note("database away for 30 s: the job goes on %.1f s after it is back, rows lost 0, doubled 0"
                .formatted(again));
        assertThat(before).isLessThan(ROWS);
        job.assertEachRowOnce(ROWS);
    }

    @Test
    void aDatabaseThatStaysFullPausesTheJobUntilItIsMended() throws IOException {
        assumeTrue(cluster.onPostgres()); // whose way it is to make up an error
        cluster.up(KeycloakCluster.SHORT_LEASE);
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("F", ROWS));
        job.awaitRows(ROWS / 10);

        sql.run("create function disk_full() returns trigger as $$ begin"
                + " raise exception 'could not extend file' using errcode = '53100'; end $$ language plpgsql");
        sql.run("create trigger disk_full before insert on USER_ENTITY for each row execute function disk_full()");
        job.awaitState("paused", Duration.ofMinutes(2));
        assertThat(job.notice()).contains("crm.import.database-trouble");
        sql.run("drop trigger disk_full on USER_ENTITY");
        job.resume(cluster.node(0).crm());
        job.awaitEnd(Duration.ofMinutes(2));

        job.assertEachRowOnce(ROWS);
    }

    @Test
    void aNodeThatIsAskedToEndLeavesNothingToWaitFor() throws IOException {
        // With the lease as shipped, whatever it left claimed would hold the job up for half a minute.
        cluster.up(ClusterNode.Variation.NONE);
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("S", ROWS));
        job.awaitRows(ROWS / 10);
        job.awaitTwoNodes();

        long asked = System.nanoTime();
        cluster.node(1).terminate();
        double seconds = (System.nanoTime() - asked) / 1e9;
        job.awaitEnd(Duration.ofMinutes(2));

        Figures.note("SIGTERM in mid-job: the node ended after %.1f s, no chunk was claimed twice".formatted(seconds));
        assertThat(seconds).isLessThan(30);
        assertThat(job.stolen()).as("chunks claimed more than once").isZero();
        job.assertEachRowOnce(ROWS);
    }
}
