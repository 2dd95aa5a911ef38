package io.keycloakcrm.imports.job;

import io.keycloakcrm.jpa.DirectInserts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The row results of one realm's jobs. */
final class RowRepository {

    private final KeycloakSession session;
    private final EntityManager em;
    private final String realmId;

    RowRepository(KeycloakSession session, String realmId) {
        this.session = session;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /** Rows of a chunk that the phase has settled already, in an attempt that got stuck half way, or that an error ended. */
    Set<Long> settledBy(String importId, Phase phase, long firstRow, long lastRow) {
        return new HashSet<>(em.createQuery(
                        "select e.rowNo from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                                + " and e.rowNo between :first and :last and (e.phase >= :phase or e.outcome = 'error')",
                        Long.class)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .setParameter("first", firstRow)
                .setParameter("last", lastRow)
                .setParameter("phase", phase.position())
                .getResultList());
    }

    /** Numbers of rows that ended in an error before anybody knew whom they mean. */
    Set<Long> unidentified(String importId, long firstRow, long lastRow, int max) {
        return new HashSet<>(em.createQuery(
                        "select e.rowNo from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                                + " and e.rowNo between :first and :last and e.outcome = 'error' and e.userId is null",
                        Long.class)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .setParameter("first", firstRow)
                .setParameter("last", lastRow)
                .setMaxResults(max)
                .getResultList());
    }

    /** Adds whom a row means. */
    void identify(String importId, RowResult found) {
        em.createQuery("update CrmImportRow e set e.userId = :user"
                        + " where e.importId = :id and e.realmId = :realm and e.rowNo = :row")
                .setParameter("user", found.userId())
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .setParameter("row", found.row())
                .executeUpdate();
    }

    /** Those of the users who stand in some row, whatever became of it. */
    Set<String> present(String importId, Collection<String> userIds) {
        return userIds.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery(
                                "select e.userId from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                                        + " and e.userId in :users",
                                String.class)
                        .setParameter("id", importId)
                        .setParameter("realm", realmId)
                        .setParameter("users", userIds)
                        .getResultList());
    }

    /** Outcome and member of rows, by row number. */
    Map<Long, Settled> settled(String importId, Collection<Long> rows) {
        return entities(importId, rows).stream().collect(Collectors.toMap(RowEntity::row, RowEntity::toSettled));
    }

    /** Writes what a phase found and answers what that adds to the tally of the chunk. */
    Tally record(String importId, Phase phase, List<PreparedRow> rows, List<RowResult> results) {
        Tally tally = phase.addsRows() ? add(importId, phase, results) : merge(importId, phase, rows, results);
        // Now, not at the commit, so that a broken constraint is still told by its own exception.
        em.flush();
        return tally;
    }

    private Tally add(String importId, Phase phase, List<RowResult> results) {
        try (DirectInserts direct = DirectInserts.in(session)) {
            direct.insert(results.stream()
                    .map(result -> new RowEntity(realmId, importId, phase, result))
                    .toList());
        }
        Tally tally = Tally.ZERO;
        for (RowResult result : results) {
            tally = tally.plus(result.outcome(), 1);
        }
        return tally;
    }

    private Tally merge(String importId, Phase phase, List<PreparedRow> rows, List<RowResult> results) {
        Map<Long, RowResult> found =
                results.stream().collect(Collectors.toMap(RowResult::row, Function.identity(), (a, b) -> b));
        Tally tally = Tally.ZERO;
        for (RowEntity entity :
                entities(importId, rows.stream().map(PreparedRow::row).toList())) {
            RowResult before = entity.toResult();
            @Nullable RowResult result = found.get(before.row());
            if (result == null) {
                entity.settle(phase);
                continue;
            }
            entity.add(phase, result);
            tally = tally.plus(before.outcome(), -1).plus(entity.toResult().outcome(), 1);
        }
        return tally;
    }

    /** A page of results in the order of the file; all outcomes if {@code outcome} is null. */
    List<RowResult> page(String importId, @Nullable Outcome outcome, int first, int max) {
        return select("select e", RowEntity.class, importId, outcome, " order by e.rowNo")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(RowEntity::toResult)
                .toList();
    }

    long count(String importId, @Nullable Outcome outcome) {
        return select("select count(e)", Long.class, importId, outcome, "").getSingleResult();
    }

    /** Results of a stretch of the file, by row number. */
    Map<Long, RowResult> between(String importId, long firstRow, long lastRow) {
        Map<Long, RowResult> found = new HashMap<>();
        em.createQuery(
                        "select e from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                                + " and e.rowNo between :first and :last",
                        RowEntity.class)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .setParameter("first", firstRow)
                .setParameter("last", lastRow)
                .getResultStream()
                .map(RowEntity::toResult)
                .forEach(result -> found.put(result.row(), result));
        return found;
    }

    void deleteAll(String importId) {
        em.createQuery("delete from CrmImportRow e where e.importId = :id and e.realmId = :realm")
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private <T> TypedQuery<T> select(
            String what, Class<T> type, String importId, @Nullable Outcome outcome, String order) {
        String where = " from CrmImportRow e where e.importId = :id and e.realmId = :realm";
        TypedQuery<T> query =
                em.createQuery(what + where + (outcome == null ? "" : " and e.outcome = :outcome") + order, type);
        query.setParameter("id", importId).setParameter("realm", realmId);
        return outcome == null ? query : query.setParameter("outcome", outcome.id());
    }

    private List<RowEntity> entities(String importId, Collection<Long> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select e from CrmImportRow e where e.importId = :id and e.realmId = :realm and e.rowNo in :rows",
                        RowEntity.class)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .setParameter("rows", rows)
                .getResultList();
    }
}
