package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keycloakcrm.tests.server.ClusterNode;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that hangs for longer than its lease, and wakes, writes nothing of what others have done meanwhile. */
@WithCluster
@Tag("cluster")
final class HungNodeIT {

    private static final int ROWS = 4_000;
    private static final Pattern REFUSAL =
            Pattern.compile("left to another node|settled in spite of|could not be written|wait for the database");

    private final KeycloakCluster cluster;
    private final Sql sql;

    HungNodeIT(KeycloakCluster cluster) throws IOException {
        this.cluster = cluster.up(KeycloakCluster.SHORT_LEASE);
        this.sql = new Sql(cluster);
    }

    @Test
    void writesNothingWhenItWakes() throws IOException {
        // Only there does the database end the transaction of a silent client; elsewhere an operator's setting must.
        assumeTrue(cluster.onPostgres());
        ClusterNode zombie = cluster.node(1);
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("Z", ROWS));
        job.awaitRows(ROWS / 10);
        List<String> inHand = suspendedWithWork(zombie, job);
        long asleep = System.nanoTime();
        int said = zombie.log().lines().size();
        Awaitility.await("the other node does what the hung one had in hand")
                .atMost(Duration.ofSeconds(100))
                .until(() -> job.done(inHand));
        double failover = (System.nanoTime() - asleep) / 1e9;
        Map<String, Long> fences = job.fences();
        zombie.resume();
        Awaitility.await("it notices")
                .atMost(Duration.ofMinutes(1))
                .until(() -> !refusal(zombie, said).isEmpty());
        job.awaitEnd(Duration.ofMinutes(2));

        Figures.note("a node hung with work in hand: fail-over %.1f s at a lease of 3 s; woken, it wrote nothing: %s"
                .formatted(failover, refusal(zombie, said)));
        inHand.forEach(chunk -> assertThat(job.fences()).containsEntry(chunk, fences.get(chunk)));
        job.assertEachRowOnce(ROWS);
        zombie.terminate(); // the two take a minute to find together again, which is none of our promises
    }

    /** Stops it until it is caught with a chunk in hand, which then stays undone. */
    private static List<String> suspendedWithWork(ClusterNode node, RunningJob job) throws IOException {
        while (!job.ended()) {
            job.awaitTwoNodes();
            node.suspend();
            List<String> claimed = job.claimed();
            Awaitility.await("the other node is done with its own")
                    .pollDelay(Duration.ofMillis(1500))
                    .until(() -> true);
            List<String> left =
                    claimed.stream().filter(chunk -> !job.done(List.of(chunk))).toList();
            if (!left.isEmpty()) {
                return left;
            }
            node.resume();
        }
        throw new AssertionError("the job ended before the node was caught with work in hand");
    }

    /** What it says of the work it had in hand; empty as long as it says nothing. */
    private static String refusal(ClusterNode node, int from) {
        return node.log().lines().stream()
                .skip(from)
                .filter(line -> line.contains("io.keycloakcrm.")
                        && REFUSAL.matcher(line).find())
                .map(line -> line.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll(".*Realm …, ", ""))
                .findFirst()
                .orElse("");
    }
}
