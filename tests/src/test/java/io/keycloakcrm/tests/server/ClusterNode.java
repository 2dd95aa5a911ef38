package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One place in a cluster: its ports and name stay, the process in it comes and goes. */
public final class ClusterNode {

    private final KeycloakDistribution distribution;
    private final Path work;
    private final Database database;
    private final NodeSettings base;
    private final Login login;
    private @Nullable KeycloakNode process;
    private Variation variation = Variation.NONE;
    private int starts;

    /** The first administrator. */
    record Login(String user, String password) {}

    /**
     * What one start has that the others have not.
     *
     * @param environment of the process, for instance a clock that is wrong
     * @param options of the command line
     */
    public record Variation(Map<String, String> environment, List<String> options) {

        public static final Variation NONE = new Variation(Map.of(), List.of());

        public Variation {
            environment = Map.copyOf(environment);
            options = List.copyOf(options);
        }

        public static Variation ofOptions(String... options) {
            return new Variation(Map.of(), List.of(options));
        }

        /** The same and one more option. */
        public Variation with(String option) {
            return new Variation(
                    environment,
                    Stream.concat(options.stream(), Stream.of(option)).toList());
        }
    }

    ClusterNode(KeycloakDistribution distribution, Path work, Database database, NodeSettings base, Login login) {
        this.distribution = distribution;
        this.work = work;
        this.database = database;
        this.base = base;
        this.login = login;
    }

    public String name() {
        return base.name();
    }

    /** Starts and waits until the node answers. */
    public void start(Variation wanted) throws IOException {
        Map<String, String> environment = new HashMap<>(base.environment());
        environment.putAll(wanted.environment());
        List<String> options = new ArrayList<>(base.options());
        options.addAll(wanted.options());
        variation = wanted;
        var settings = new NodeSettings(base.name() + "-" + ++starts, base.ports(), environment, options);
        process = KeycloakNode.started(distribution, work, settings);
    }

    /** The same as {@link #start} for a node that does not run like this already. */
    public void ensure(Variation wanted) throws IOException {
        if (process == null || !variation.equals(wanted)) {
            terminate();
            start(wanted);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        running().kill();
        process = null;
    }

    /** SIGTERM; waits until the process has ended. */
    public void terminate() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    /** SIGSTOP: the process hangs, its connections stay. */
    public void suspend() throws IOException {
        running().signal("STOP");
    }

    /** SIGCONT. */
    public void resume() throws IOException {
        running().signal("CONT");
    }

    public ServerLog log() {
        return running().log();
    }

    public Crm crm() {
        return new Crm(running(), database, login.user(), login.password());
    }

    private KeycloakNode running() {
        return Objects.requireNonNull(process, name() + " does not run");
    }
}
