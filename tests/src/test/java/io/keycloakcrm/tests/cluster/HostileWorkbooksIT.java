package io.keycloakcrm.tests.cluster;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who uploads hostile workbooks, four a second, is refused, and the others log in as before. */
@WithCluster
@Tag("cluster")
final class HostileWorkbooksIT {

    private static final List<String> WORKBOOKS =
            List.of("bigref", "dup_entry", "formula", "lol_sheet", "lol_sst", "xxe_sheet", "xxe_sst", "zipslip");
    private static final Duration WHILE = Duration.ofSeconds(20);

    private final RealmApi realm;

    HostileWorkbooksIT(KeycloakCluster cluster) throws IOException {
        cluster.node(0)
                .ensure(new Variation(
                        Map.of("JAVA_OPTS_KC_HEAP", "-Xms512m -Xmx512m"), KeycloakCluster.SHORT_LEASE.options()));
        cluster.node(1).terminate();
        this.realm = cluster.node(0).crm().newRealm();
    }

    @Test
    void doNotSlowDownLogins() throws Exception {
        var logins = new Logins(realm);
        logins.during(Duration.ofSeconds(10)); // to warm up
        List<Double> before = logins.during(WHILE);

        var refused = new AtomicInteger();
        List<String> accepted = new CopyOnWriteArrayList<>();
        var attack = new AtomicInteger();
        ScheduledExecutorService attacker = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> attacks = attacker.scheduleAtFixedRate(
                () -> attack(attack.getAndIncrement(), refused, accepted), 0, 250, MILLISECONDS);
        List<Double> during = logins.during(WHILE);
        attacks.cancel(false);
        attacker.shutdown();
        assertThat(attacker.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        Figures.note(
                ("%d hostile workbooks refused in %d s at -Xmx512m; login p95 %.0f ms before (%d logins), %.0f ms during"
                                + " (%d logins)")
                        .formatted(
                                refused.get(),
                                WHILE.toSeconds(),
                                p95(before),
                                before.size(),
                                p95(during),
                                during.size()));
        assertThat(accepted).isEmpty();
        assertThat(refused.get()).isGreaterThan(WORKBOOKS.size());
        assertThat(p95(during)).as("p95 of logins in ms").isLessThan(p95(before) * 1.2 + 50);
    }

    private void attack(int number, AtomicInteger refused, List<String> accepted) {
        String name = WORKBOOKS.get(number % WORKBOOKS.size());
        ApiResponse answer =
                realm.client().upload(realm.path("crm/imports"), name + ".xlsx", bytes("/attacks/" + name + ".xlsx"));
        if (answer.status() == 400) {
            refused.incrementAndGet();
        } else {
            accepted.add(name + ": " + answer.status());
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream file = HostileWorkbooksIT.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(file, path).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static double p95(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
