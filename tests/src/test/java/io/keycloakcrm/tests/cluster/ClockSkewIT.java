package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Leases compare with the database's clock alone: a node whose own is wrong by minutes steals nothing and loses
 * nothing. Needs Debian's {@code libfaketime}.
 */
@WithCluster
@Tag("cluster")
final class ClockSkewIT {

    private static final int ROWS = 4_000;
    private static final int TOLERANCE_SECONDS = 30;

    private final KeycloakCluster cluster;
    private final Sql sql;

    ClockSkewIT(KeycloakCluster cluster) {
        this.cluster = cluster;
        this.sql = new Sql(cluster);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, -5})
    void changesNothing(int minutes) throws IOException {
        cluster.up(KeycloakCluster.SHORT_LEASE, skewed(minutes));
        RunningJob job = RunningJob.started(sql, cluster.node(0).crm().newRealm(), new Newcomers("C", ROWS));
        job.awaitTwoNodes();
        assertThat(job.ended()).as("ended before both nodes took part").isFalse();
        job.awaitEnd(Duration.ofMinutes(2));

        assertThat(Duration.between(
                        LocalDateTime.now(ZoneId.systemDefault()),
                        cluster.node(1).log().lastMoment()))
                .as("the clock of the second node")
                .isBetween(
                        Duration.ofMinutes(minutes).minusSeconds(TOLERANCE_SECONDS),
                        Duration.ofMinutes(minutes).plusSeconds(TOLERANCE_SECONDS));
        assertThat(job.stolen()).as("chunks claimed more than once").isZero();
        job.assertEachRowOnce(ROWS);
        Figures.note(
                "clock of one node %+d min: %d rows, no lease broken, rows lost 0, doubled 0".formatted(minutes, ROWS));
    }

    private static Variation skewed(int minutes) throws IOException {
        Path library = library();
        assumeTrue(Files.exists(library), "libfaketime is not installed");
        return new Variation(
                Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME",
                        "%+dm".formatted(minutes),
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // Otherwise every timed wait of the JVM returns at once.
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"),
                KeycloakCluster.SHORT_LEASE.options());
    }

    private static Path library() throws IOException {
        try (Stream<Path> found =
                Files.find(Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith("faketime/libfaketime.so.1"))) {
            return found.findFirst().orElse(Path.of("/usr/lib/faketime/libfaketime.so.1"));
        }
    }
}
