package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.server.KeycloakDistribution;
import io.keycloakcrm.tests.server.ServerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code kc.sh import} of a realm directory, with no server beside it. Timed by its own log from the line about the first
 * file of users to the one about the last: what lies between is people alone, without the start of the JVM, the realm, and
 * what this extension does to its index afterwards.
 */
final class KeycloakImport implements Scenario {

    private static final String FILE_DONE = "Imported users from ";
    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
    private static final int LOG_TIME_LENGTH = 23;

    private final int rows;
    private final boolean extended;
    private @Nullable KcCommand keycloak;
    private @Nullable BenchRealm realm;

    /** @param extended whether this extension is installed where {@code kc.sh} runs */
    KeycloakImport(int rows, boolean extended) {
        this.rows = rows;
        this.extended = extended;
    }

    @Override
    public String name() {
        return extended ? "kc-import-crm" : "kc-import";
    }

    @Override
    public String description() {
        return "kc.sh import, 50 users a file, "
                + (extended
                        ? "with this extension, which keeps employee numbers unique and departments true meanwhile"
                        : "without this extension")
                + "; no default role, no validation, no results of rows; the JVM is cold, but its first file does not count";
    }

    @Override
    public Setting setting() {
        return Setting.NONE;
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, SQLException, InterruptedException {
        Path directory = bench.work().resolve("bench-" + name());
        if (keycloak == null || realm == null) {
            realm = createdRealm(bench);
            keycloak = command(bench);
            String name = realm.api().name();
            keycloak.run("export", "--dir", directory.toString(), "--realm", name, "--users", "different_files");
            new RealmDirectory(directory, name).write(rows, realm.departmentIds());
        }
        ServerLog log = keycloak.run("import", "--dir", directory.toString(), "--override", "true");
        String written = bench.tables().perUser(realm.id());
        bench.tables().clear(realm.id());
        return List.of(Figure.rate(name(), rows - RealmDirectory.USERS_PER_FILE, seconds(log), written));
    }

    private static double seconds(ServerLog log) {
        List<LocalDateTime> ends = log.lines().stream()
                .filter(line -> line.contains(FILE_DONE))
                .map(line -> LocalDateTime.parse(line.substring(0, LOG_TIME_LENGTH), LOG_TIME))
                .toList();
        if (ends.size() < 2) {
            throw new IllegalStateException("kc.sh import has to read two files of users at least: " + log.file());
        }
        return Duration.between(ends.get(0), ends.get(ends.size() - 1)).toMillis() / 1e3;
    }

    private KcCommand command(Bench bench) throws IOException, InterruptedException {
        String heap = bench.options().heap();
        Map<String, String> environment = new HashMap<>(bench.database().environment());
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms" + heap + " -Xmx" + heap);
        KeycloakDistribution distribution = extended
                ? bench.distribution()
                : KeycloakDistribution.built(
                        bench.options().keycloak(),
                        Files.createDirectories(bench.work().resolve("no-providers")),
                        bench.work(),
                        List.of("--db=postgres"));
        return new KcCommand(distribution, bench.work(), "kc-" + name(), environment);
    }

    /** Realms are made by a server, so one runs for a moment. */
    private BenchRealm createdRealm(Bench bench) throws IOException {
        bench.open(Setting.AUTO);
        try {
            String name = "bench-" + name();
            return extended ? BenchRealm.created(bench.server(), name) : BenchRealm.plain(bench.server(), name);
        } finally {
            bench.close();
        }
    }
}
