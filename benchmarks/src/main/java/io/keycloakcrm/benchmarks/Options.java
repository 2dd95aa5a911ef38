package io.keycloakcrm.benchmarks;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code -Dbench.…} asks for.
 *
 * @param properties of the system
 */
record Options(Properties properties) {

    /** Names of the scenarios to run; all if empty. */
    Set<String> only() {
        return Stream.of(text("only", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    int rounds() {
        return number("rounds", 3);
    }

    /** Rows of the import, of {@code kc.sh import} and of the database's limit. */
    int size() {
        return number("size", 10_000);
    }

    /** Rows of the largest file. */
    int largest() {
        return number("rows", 100_000);
    }

    /** How long a server has done the same before it is measured. */
    int warmUpSeconds() {
        return number("warmup", 45);
    }

    /** People of another realm who are there the whole time, as on a server that is not new. */
    int residents() {
        return number("residents", 20_000);
    }

    /** Users for each thread that calls the Admin REST API. */
    int restRows() {
        return number("rest", 400);
    }

    int partialBatches() {
        return number("partial", 1);
    }

    /** Pace of imports whose speed is measured; not sent if empty. */
    String pace() {
        return text("pace", "full");
    }

    /** Logins per second. */
    int loginRate() {
        return number("login.rate", 5);
    }

    /** Length of one of the four windows in which people sign in. */
    int loginSeconds() {
        return number("login.seconds", 60);
    }

    /** Rows of the file that is under way while people sign in; it must not be done before the window ends. */
    int loginRows() {
        return number("login.rows", 100_000);
    }

    /** People of an import who are invited; the mails must not be out before the sign-ins meanwhile are. */
    int invitations() {
        return number("invitations", 50_000);
    }

    /** As the JVM of the server takes it. */
    String heap() {
        return text("heap", "1g");
    }

    /** Whether the database waits for the disk, as one for real work does. */
    boolean fsync() {
        return text("fsync", "on").equals("on");
    }

    /** The unpacked distribution. */
    Path keycloak() {
        return path("keycloak");
    }

    /** Directory of the provider jars. */
    Path providers() {
        return path("providers");
    }

    /** Where the reports go. */
    Path target() {
        return path("target");
    }

    private Path path(String name) {
        String value = text(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("bench." + name + " is missing: run the benchmark by ./mvnw -Pbench");
        }
        return Path.of(value);
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    private String text(String name, String otherwise) {
        return properties.getProperty("bench." + name, otherwise);
    }
}
