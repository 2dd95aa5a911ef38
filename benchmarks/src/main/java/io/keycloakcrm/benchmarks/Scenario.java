package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** One way into Keycloak, or one property of ours, that is measured once in each round. */
interface Scenario {

    /** As {@code -Dbench.only} names it. */
    String name();

    /** What is measured, in one line of the report. */
    String description();

    Setting setting();

    /** Whether every round measures it; else the first one alone, because once takes long or has turns of its own. */
    default boolean isRepeated() {
        return true;
    }

    /**
     * Runs before {@link #run}, once on each server: what it compiles in time then is not measured. Tells what can be
     * said of a server that is not warm yet.
     */
    default List<Figure> warmUp(Bench bench) throws IOException, SQLException, InterruptedException {
        return List.of();
    }

    /** Measures once. Realms it asks the bench for are emptied afterwards. */
    List<Figure> run(Bench bench) throws IOException, SQLException, InterruptedException;
}
