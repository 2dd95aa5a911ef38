package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.server.KeycloakDistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What scenarios find: database, server, realms and files. */
final class Bench {

    private final Options options;
    private final Path work;
    private final PostgresServer database;
    private final KeycloakDistribution distribution;
    private final UserTables tables;
    private final List<BenchRealm> realms = new ArrayList<>();
    private final Set<String> warmedUp = new HashSet<>();
    private @Nullable CrmServer server;

    Bench(Options options, Path work, PostgresServer database, KeycloakDistribution distribution) {
        this.options = options;
        this.work = work;
        this.database = database;
        this.distribution = distribution;
        this.tables = new UserTables(database);
    }

    Options options() {
        return options;
    }

    Path work() {
        return work;
    }

    PostgresServer database() {
        return database;
    }

    KeycloakDistribution distribution() {
        return distribution;
    }

    UserTables tables() {
        return tables;
    }

    /** The server of the scenario's setting. */
    CrmServer server() {
        if (server == null) {
            throw new IllegalStateException("this scenario asked for no server");
        }
        return server;
    }

    /** Brings the residents in: a realm of their own that nobody cleans up. */
    void populate() throws IOException, SQLException {
        if (options.residents() > 0) {
            open(Setting.AUTO);
            try {
                BenchRealm residence = BenchRealm.created(server(), "residents");
                ImportJob.uploaded(residence.api(), file(options.residents())).seconds("start", "full");
                tables.settle();
            } finally {
                close();
            }
        }
    }

    /** Starts a server, if the setting has one; realms belong to the server they were made on. */
    void open(Setting setting) throws IOException {
        if (setting != Setting.NONE) {
            server = CrmServer.started(distribution, work, database, setting, options.heap());
        }
    }

    void close() {
        if (server != null) {
            server.close();
            server = null;
            warmedUp.clear();
        }
    }

    /** Whether this server has not been asked about it before; what several scenarios share is warmed up once. */
    boolean isFirst(String warmUp) {
        return warmedUp.add(warmUp);
    }

    /** A realm of this scenario alone. */
    BenchRealm newRealm() {
        BenchRealm realm = BenchRealm.created(
                server(), "bench-" + UUID.randomUUID().toString().substring(0, 8));
        realms.add(realm);
        return realm;
    }

    /** The company as a file. */
    Path file(int rows) throws IOException {
        return StaffCsv.written(work, rows);
    }

    /** Makes the database and the caches what they were before the scenario. */
    void cleanUp() throws SQLException {
        for (BenchRealm realm : realms) {
            tables.clear(realm.id());
            realm.api().delete("").expect(204);
        }
        realms.clear();
        tables.settle();
    }
}
