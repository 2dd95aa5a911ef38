package io.keycloakcrm.tests.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real MariaDB, started from its binaries for this run alone, with a data directory and a port of its own. */
final class MariaDbServer implements Database {

    private static final String USER = "keycloak";

    private final Path home;
    private final Path directory;
    private final int port = Ports.freePort();
    private final String password = UUID.randomUUID().toString();
    private final Process process;

    private MariaDbServer(Path home, Path directory) throws IOException {
        this.home = home;
        this.directory = directory;
        install();
        this.process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** @param home of the unpacked binaries */
    static MariaDbServer started(Path home) throws IOException {
        makeExecutable(home.resolve("bin"));
        makeExecutable(home.resolve("scripts"));
        // Not below the build: a socket's path may have no more than a hundred characters.
        var server = new MariaDbServer(home, Files.createTempDirectory("crm-mariadb"));
        server.createDatabase();
        return server;
    }

    private static void makeExecutable(Path directory) throws IOException {
        File[] files = directory.toFile().listFiles();
        if (files == null) {
            throw new IOException("no MariaDB in " + directory + ": run with -Pcluster -Dtest.db.vendor=mariadb");
        }
        for (File file : files) {
            if (!file.setExecutable(true)) {
                throw new IOException(file + " cannot be made executable");
            }
        }
    }

    private List<String> command(String program) {
        var command = new ArrayList<>(List.of(
                home.resolve(program).toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + directory.resolve("data")));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root"); // or it refuses
        }
        return command;
    }

    private void install() throws IOException {
        List<String> command = command("scripts/mariadb-install-db");
        command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
        Process installing = run(command);
        try {
            if (!installing.waitFor(1, TimeUnit.MINUTES) || installing.exitValue() != 0) {
                throw new IOException("MariaDB was not installed:\n" + log().tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Process start() throws IOException {
        List<String> command = command("bin/mariadbd");
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + directory.resolve("socket"),
                "--character-set-server=utf8mb4",
                "--max-connections=300",
                "--innodb-flush-log-at-trx-commit=2")); // the disk of a test need not survive a power cut
        return run(command);
    }

    private Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().file().toFile()))
                .start();
    }

    private ServerLog log() {
        return new ServerLog(directory.resolve("log"));
    }

    private void createDatabase() throws IOException {
        Awaitility.await("MariaDB is ready")
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(SQLException.class::isInstance)
                .until(() -> process.isAlive() && execute("SELECT 1"));
        try {
            execute("CREATE DATABASE keycloak CHARACTER SET utf8mb4");
            execute("CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + password + "'");
            execute("GRANT ALL ON keycloak.* TO '" + USER + "'@'%'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private boolean execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        }
    }

    @Override
    public String vendor() {
        return "mariadb";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL",
                "jdbc:mariadb://127.0.0.1:" + port + "/keycloak",
                "KC_DB_USERNAME",
                USER,
                "KC_DB_PASSWORD",
                password);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        new FileTree(directory).delete();
    }
}
