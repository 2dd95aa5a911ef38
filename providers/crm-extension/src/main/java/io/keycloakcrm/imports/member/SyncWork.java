package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.lifecycle.OffBoarding;
import io.keycloakcrm.staff.Departure;
import io.keycloakcrm.staff.StaffError;
import io.keycloakcrm.staff.StaffPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Off-boards the people who stand in no row of a file that is the whole staff. */
@AutoService(ChunkWork.class)
public final class SyncWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.SYNC;
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> rows) {
        var offBoarding = new OffBoarding(context.session(), context.realm(), context.auth());
        return rows.stream().map(row -> result(context, offBoarding, row)).toList();
    }

    private static RowResult result(ChunkContext context, OffBoarding offBoarding, PreparedRow row) {
        String userId = Objects.requireNonNull(row.value(PreparedRow.USER_ID));
        @Nullable UserModel user = context.session().users().getUserById(context.realm(), userId);
        if (user == null) {
            return RowResult.done(row, Outcome.UNCHANGED, null, Map.of());
        }
        if (Departure.hasLeft(user)) {
            return RowResult.done(row, Outcome.UNCHANGED, userId, Map.of()); // somebody was faster
        }
        if (context.auth().adminAuth().getUser().getId().equals(userId)) {
            return error(row, userId, List.of(StaffError.of(null, "crm.lifecycle.self")));
        }
        StaffPlan plan = offBoarding.plan(user);
        if (!plan.errors().isEmpty()) {
            return error(row, userId, plan.errors());
        }
        if (!context.settings().dryRun()) {
            plan.carryOut();
        }
        return RowResult.done(row, Outcome.OFFBOARD, userId, plan.changes());
    }

    /** Who stands in no row has no column at which an error could stand. */
    private static RowResult error(PreparedRow row, String userId, List<StaffError> errors) {
        List<RowFault> faults = errors.stream()
                .map(error -> new RowFault(error.code(), null, null, error.params()))
                .toList();
        return new RowResult(row.row(), row.line(), Outcome.ERROR, userId, Map.of(), faults);
    }
}
