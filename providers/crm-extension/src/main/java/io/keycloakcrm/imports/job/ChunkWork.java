package io.keycloakcrm.imports.job;

import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * What is done with the rows of a chunk. One implementation for each phase but {@link Phase#PREPARE}, found by {@link
 * java.util.ServiceLoader}; stateless, called by several threads.
 *
 * <p>Runs inside the chunk's transaction: what it writes commits together with the results and the chunk, or not at
 * all. After any exception the engine rolls back and calls again with one row at a time, so exceptions are for what
 * nobody could foresee (a constraint broken by somebody else); what is wrong with a row is its result.
 */
public interface ChunkWork {

    Phase phase();

    /** Prepares the database for a chunk, in a short transaction of its own before that of the rows. */
    default void beforehand(KeycloakSession session) {}

    /**
     * Works the rows.
     *
     * @return for {@link Phase#MEMBERS} one result per row; for {@link Phase#MANAGERS}, which is not given rows
     *     that ended in an error, a result where there is something to add to what the first pass said (an {@link Outcome#ERROR} replaces the outcome, {@link
     *     Outcome#UPDATE} lifts {@link Outcome#UNCHANGED}, changes and errors are added); for {@link
     *     Phase#DEPARTMENTS} and {@link Phase#INVITATIONS} nothing is kept; for {@link Phase#ABSENTEES}, which is given rows that ended in an error
     *     before their member was known, a result with the member for each that can be found; for {@link Phase#SYNC},
     *     whose rows name a {@link PreparedRow#USER_ID user}, one result per row
     */
    List<RowResult> run(ChunkContext context, List<PreparedRow> rows);
}
