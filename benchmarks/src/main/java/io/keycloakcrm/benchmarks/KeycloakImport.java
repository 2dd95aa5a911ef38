package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.server.ServerLog;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code kc.sh import} of a realm directory, with no server beside it. Timed by its own log from the line that says that
 * the realm stands to the one that says that the import is done: what lies between is the people alone, without the start
 * of the JVM and without the realm.
 */
final class KeycloakImport implements Scenario {

    private static final String REALM = "bench-kc-import";
    private static final String REALM_STANDS = "Realm '" + REALM + "' imported";
    private static final String DONE = "KC-SERVICES0032";
    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
    private static final int LOG_TIME_LENGTH = 23;

    private final int rows;
    private @Nullable KcCommand keycloak;
    private @Nullable BenchRealm realm;

    KeycloakImport(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "kc-import";
    }

    @Override
    public String description() {
        return "kc.sh import of a realm directory, 50 users a file; no default roles, no validation, no row results, a cold JVM";
    }

    @Override
    public Setting setting() {
        return Setting.NONE;
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, SQLException, InterruptedException {
        if (keycloak == null || realm == null) {
            realm = exportedRealm(bench);
            keycloak = command(bench);
            String directory = bench.work().resolve(REALM).toString();
            keycloak.run("export", "--dir", directory, "--realm", REALM, "--users", "different_files");
            new RealmDirectory(bench.work().resolve(REALM), REALM).write(rows, realm.departmentIds());
        }
        ServerLog log =
                keycloak.run("import", "--dir", bench.work().resolve(REALM).toString(), "--override", "true");
        double seconds =
                Duration.between(time(log, REALM_STANDS), time(log, DONE)).toMillis() / 1e3;
        String written = bench.tables().perUser(realm.id());
        bench.tables().clear(realm.id());
        return List.of(Figure.rate(name(), rows, seconds, written));
    }

    private static KcCommand command(Bench bench) throws IOException {
        String heap = bench.options().heap();
        Map<String, String> environment = new HashMap<>(bench.database().environment());
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms" + heap + " -Xmx" + heap);
        return new KcCommand(bench.distribution(), bench.work(), environment);
    }

    /** Setup needs a server, so one runs for a moment. */
    private static BenchRealm exportedRealm(Bench bench) throws IOException {
        bench.open(Setting.AUTO);
        try {
            return BenchRealm.created(bench.server(), REALM);
        } finally {
            bench.close();
        }
    }

    private static LocalDateTime time(ServerLog log, String marker) {
        return log.lines().stream()
                .filter(line -> line.contains(marker))
                .map(line -> LocalDateTime.parse(line.substring(0, LOG_TIME_LENGTH), LOG_TIME))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the log of kc.sh import: " + marker));
    }
}
