package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.server.KeycloakDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./mvnw -Pbench}: one table of all ways into Keycloak, measured side by side in one run. */
public final class Benchmark {

    private Benchmark() {}

    /**
     * Measures what the system properties {@code bench.…} ask for; prints the table and writes it to {@code bench.md} and
     * {@code bench.json} in the build directory.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        var options = new Options(System.getProperties());
        List<Scenario> scenarios = Scenarios.wanted(options);
        Path work = Files.createDirectories(options.target().resolve("bench"));
        var distribution =
                KeycloakDistribution.built(options.keycloak(), options.providers(), work, List.of("--db=postgres"));
        try (var database = PostgresServer.started(options.fsync())) {
            Map<String, String> facts = facts(options, database);
            var bench = new Bench(options, work, database, distribution);
            Journal journal = new Run(bench, scenarios, System.out).measured();
            var report = new Report(facts, scenarios, journal);
            report.write(options.target());
            System.out.printf("%n%s%n", report.markdown());
        }
    }

    private static Map<String, String> facts(Options options, PostgresServer database) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>(Machine.description());
        facts.put("Keycloak", options.keycloak().getFileName() + ", start --optimized, heap " + options.heap());
        facts.put("PostgreSQL", database.description());
        facts.put("pace of measured imports", options.pace().isEmpty() ? "as the server chooses" : options.pace());
        facts.put("warm-up of each server", "the same for " + options.warmUpSeconds() + " s");
        facts.put("people of another realm", String.valueOf(options.residents()));
        facts.put("load at the beginning", "%.2f".formatted(Machine.load()));
        return facts;
    }
}
