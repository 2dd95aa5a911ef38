package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.core.type.TypeReference;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.staff.Change;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The result of a row; the primary key makes sure there is one. */
@Entity(name = "CrmImportRow")
@Table(name = "CRM_IMPORT_ROW")
@IdClass(RowKey.class)
class RowEntity {

    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<RowFault>> ERRORS = new TypeReference<>() {};

    private static final String FORGOTTEN = "…";

    @Id
    @Column(name = "IMPORT_ID", length = 36)
    private String importId;

    @Id
    @Column(name = "ROW_NO")
    private long rowNo;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "LINE_NO", nullable = false)
    private long line;

    /** Position of the last phase that spoke; a chunk that is worked again skips rows it has already settled. */
    @Column(name = "PHASE", nullable = false)
    private int phase;

    @Column(name = "OUTCOME", nullable = false)
    private String outcome;

    /** Stays so, whatever a later phase says of the row. */
    @Column(name = "NEWCOMER", nullable = false)
    private boolean newcomer;

    @Column(name = "USER_ID")
    private @Nullable String userId;

    @Column(name = "CHANGES")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String changes;

    @Column(name = "ERRORS")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String errors;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected RowEntity() {}

    RowEntity(String realmId, String importId, Phase phase, RowResult result) {
        this.realmId = realmId;
        this.importId = importId;
        this.rowNo = result.row();
        this.line = result.line();
        this.phase = phase.position();
        this.newcomer = result.outcome() == Outcome.CREATE;
        write(result);
    }

    long row() {
        return rowNo;
    }

    Settled toSettled() {
        return new Settled(outcome(), userId, newcomer);
    }

    private Outcome outcome() {
        return Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    RowResult toResult() {
        return new RowResult(
                rowNo,
                line,
                outcome(),
                userId,
                Json.read(changes, CHANGES, Map.of()),
                Json.read(errors, ERRORS, List.of()));
    }

    /** Adds what a later phase found; errors win over everything, an update over unchanged. */
    void add(Phase later, RowResult result) {
        RowResult before = toResult();
        Map<String, Change> allChanges = new LinkedHashMap<>(before.changes());
        allChanges.putAll(result.changes());
        List<RowFault> allErrors = new ArrayList<>(before.errors());
        allErrors.addAll(result.errors());
        Outcome merged = before.outcome();
        if (!allErrors.isEmpty()) {
            merged = Outcome.ERROR;
        } else if (merged == Outcome.UNCHANGED) {
            merged = result.outcome();
        }
        String member = before.userId() == null ? result.userId() : before.userId();
        phase = later.position();
        write(new RowResult(rowNo, line, merged, member, allChanges, allErrors));
    }

    /** Marks that a later phase has been here and found nothing to add. */
    void settle(Phase later) {
        phase = later.position();
    }

    /** Keeps which columns were at fault and why, but not whose row it was nor what stood there. */
    void forget() {
        List<RowFault> faults = Json.read(errors, ERRORS, List.of()).stream()
                .map(RowEntity::withoutValues)
                .toList();
        userId = null;
        changes = null;
        errors = faults.isEmpty() ? null : Json.text(faults);
    }

    /** Parameters too: what a text says about a cell is often the cell. */
    private static RowFault withoutValues(RowFault fault) {
        List<String> params = fault.params().stream().map(param -> FORGOTTEN).toList();
        return new RowFault(fault.code(), fault.column(), null, params);
    }

    private void write(RowResult result) {
        outcome = result.outcome().id();
        userId = result.userId();
        changes = result.changes().isEmpty() ? null : Json.text(result.changes());
        errors = result.errors().isEmpty() ? null : Json.text(result.errors());
    }
}
