package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** A job as the database sees it, so that it can be followed whichever node is alive. */
final class RunningJob {

    private final Sql sql;
    private final String realmId;
    private final String id;
    private final String realmName;

    private RunningJob(Sql sql, RealmApi realm, String id) {
        this.sql = sql;
        this.realmName = realm.name();
        this.realmId = sql.text("select ID from REALM where NAME = ?", realm.name());
        this.id = id;
    }

    /** Uploads and starts an import of people through one node. */
    static RunningJob started(Sql sql, RealmApi realm, Newcomers people) {
        ImportApi job = ImportApi.uploaded(realm, "staff.csv", people.file());
        job.start(ImportApi.UPSERT);
        return new RunningJob(sql, realm, job.id());
    }

    /** The same job as one node shows it. */
    ImportApi through(Crm node) {
        return new ImportApi(node.realm(realmName), id);
    }

    String state() {
        return sql.text("select STATE from CRM_IMPORT where ID = ?", id);
    }

    long rows() {
        return sql.count("select count(*) from CRM_IMPORT_ROW where IMPORT_ID = ?", id);
    }

    /** Chunks that somebody has in hand, or had when he died. */
    List<String> claimed() {
        return sql.texts("select ID from CRM_IMPORT_CHUNK where IMPORT_ID = ? and STATE = 'claimed'", id);
    }

    boolean done(List<String> chunks) {
        return chunks.stream()
                .allMatch(chunk -> sql.text("select STATE from CRM_IMPORT_CHUNK where ID = ?", chunk)
                        .equals("done"));
    }

    /** Waits until two nodes are at it, for a death that hits work; or until it is over. */
    void awaitTwoNodes() {
        Awaitility.await("two nodes work")
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> isWorkedByTwo() || ended());
    }

    private boolean isWorkedByTwo() {
        return sql.count(
                        "select count(distinct OWNER) from CRM_IMPORT_CHUNK where IMPORT_ID = ? and STATE = 'claimed'",
                        id)
                > 1;
    }

    /** The fence of every chunk. */
    Map<String, Long> fences() {
        Map<String, Long> fences = new HashMap<>();
        sql.texts("select ID from CRM_IMPORT_CHUNK where IMPORT_ID = ?", id)
                .forEach(chunk ->
                        fences.put(chunk, sql.count("select FENCE from CRM_IMPORT_CHUNK where ID = ?", chunk)));
        return fences;
    }

    /** Chunks that were claimed more than once without having been given back. */
    long stolen() {
        return sql.count("select count(*) from CRM_IMPORT_CHUNK where IMPORT_ID = ? and ATTEMPTS > 1", id);
    }

    /** Whether it is paused now; it may have ended before. */
    boolean pause(Crm node) {
        return through(node).realm().post(through(node).path("pause"), Map.of()).succeeded();
    }

    void resume(Crm node) {
        through(node).realm().post(through(node).path("resume"), Map.of()).expect(200, 202, 204);
    }

    boolean ended() {
        return state().equals("completed");
    }

    /** Code and parameters of why it is paused. */
    String notice() {
        return sql.text("select NOTICE from CRM_IMPORT where ID = ?", id);
    }

    void awaitState(String state, Duration limit) {
        Awaitility.await("import is " + state).atMost(limit).until(() -> state().equals(state));
    }

    void awaitEnd(Duration limit) {
        Awaitility.await("import is completed")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .failFast(
                        "it ended otherwise",
                        () -> Set.of("failed", "cancelled", "paused").contains(state()))
                .until(this::ended);
    }

    void awaitRows(long atLeast) {
        Awaitility.await(atLeast + " rows are done")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows() >= atLeast || ended());
    }

    /** Nothing lost, nothing doubled: every row one outcome, every created row one member with all that belongs to him. */
    void assertEachRowOnce(int expected) {
        assertThat(state()).isEqualTo("completed");
        assertThat(rows()).as("rows with a result").isEqualTo(expected);
        assertThat(sql.texts("select distinct OUTCOME from CRM_IMPORT_ROW where IMPORT_ID = ?", id))
                .as("outcomes")
                .containsExactly("create");
        assertThat(sql.count("select sum(CREATED) from CRM_IMPORT_CHUNK where IMPORT_ID = ?", id))
                .as("tally")
                .isEqualTo(expected);
        assertThat(sql.count("select count(*) from USER_ENTITY where REALM_ID = ? and EMAIL like ?", realmId, like()))
                .as("members")
                .isEqualTo(expected);
        assertThat(sql.count(
                        "select count(distinct USER_ID) from CRM_IMPORT_ROW r where IMPORT_ID = ? and exists"
                                + " (select 1 from USER_ENTITY u where u.ID = r.USER_ID)",
                        id))
                .as("members who belong to a row")
                .isEqualTo(expected);
        assertMembersAreWhole(expected);
    }

    private void assertMembersAreWhole(int expected) {
        String ofRealm = " from USER_ATTRIBUTE a join USER_ENTITY u on u.ID = a.USER_ID"
                + " where u.REALM_ID = ? and a.NAME = 'employeeNumber'";
        assertThat(sql.count("select count(distinct a.VALUE)" + ofRealm, realmId))
                .as("employee numbers")
                .isEqualTo(expected);
        assertThat(sql.count("select count(*)" + ofRealm, realmId))
                .as("attributes with an employee number")
                .isEqualTo(expected);
        assertThat(sql.count("select count(*) from CRM_EMPLOYEE_NUMBER where REALM_ID = ?", realmId))
                .as("reserved numbers")
                .isEqualTo(expected);
        assertThat(sql.count(
                        "select count(*) from CRM_STAFF s join USER_ENTITY u on u.ID = s.USER_ID"
                                + " where s.REALM_ID = ? and u.EMAIL like ?",
                        realmId,
                        like()))
                .as("members in the index")
                .isEqualTo(expected);
        assertThat(sql.count("select count(*) from CRM_STAFF where REALM_ID = ? and MANAGER_ID is not null", realmId))
                .as("members with a manager")
                .isEqualTo(expected / 10);
    }

    private static String like() {
        return "%" + Newcomers.domain();
    }
}
