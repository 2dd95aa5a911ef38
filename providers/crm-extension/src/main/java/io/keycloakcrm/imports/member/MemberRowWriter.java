package io.keycloakcrm.imports.member;

import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ImportMode;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.lifecycle.Suspension;
import io.keycloakcrm.staff.Change;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffDraft;
import io.keycloakcrm.staff.StaffInserts;
import io.keycloakcrm.staff.StaffPlan;
import io.keycloakcrm.staff.StaffWriter;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Writes the rows of one chunk, one after the other. */
final class MemberRowWriter {

    private final ChunkContext context;
    private final StaffField key;
    private final MemberKeys members;
    private final ManagerLookup managers;
    private final Departments departments;
    private final DepartmentTree tree;
    private final StaffWriter writer;

    /**
     * Made for the rows of one transaction.
     *
     * @param inserts takes new members, to be written when all rows are; null to create them one by one
     */
    MemberRowWriter(ChunkContext context, MemberKeys members, @Nullable StaffInserts inserts) {
        this.context = context;
        this.key = StaffField.byId(context.settings().key()).orElseThrow();
        this.members = members;
        this.managers = new ManagerLookup(context, members);
        this.departments = new Departments(context.session(), context.realm());
        this.tree = departments.tree();
        this.writer = new StaffWriter(
                context.session(), context.realm(), context.auth(), new StaffWriter.Batch(members.holders(), inserts));
    }

    RowResult write(PreparedRow row) {
        if (!row.mapped().faults().isEmpty()) {
            return RowResult.error(row, row.mapped().faults());
        }
        @Nullable String value = row.value(key.id());
        if (value == null) {
            return RowResult.error(row, List.of(new Faults(context, row).of(key, "crm.import.key-blank")));
        }
        Optional<UserModel> found = members.find(key, value);
        ImportMode mode = context.settings().mode();
        if (found.isPresent() && mode == ImportMode.CREATE) {
            return RowResult.error(row, List.of(new Faults(context, row).of(key, "crm.import.member-exists", value)));
        }
        if (found.isEmpty() && mode == ImportMode.UPDATE) {
            return RowResult.error(row, List.of(new Faults(context, row).of(key, "crm.import.member-unknown", value)));
        }
        if (found.isPresent() && found.get().getServiceAccountClientLink() != null) {
            return RowResult.error(row, List.of(new Faults(context, row).of(key, "crm.import.service-account", value)));
        }
        var draft = new RowDraft(context, row);
        StaffDraft wanted = draft.draft(departments, tree, managers);
        StaffPlan plan =
                found.map(user -> writer.planUpdate(user, wanted)).orElseGet(() -> writer.planCreation(wanted));
        List<RowFault> faults = new ArrayList<>(draft.faults());
        faults.addAll(new Faults(context, row).of(plan.errors()));
        boolean suspends = found.isPresent() && draft.isBlocked() && found.get().isEnabled();
        if (suspends) {
            faults.addAll(faultsOfSuspending(row, found.get(), plan));
        }
        return faults.isEmpty()
                ? carryOut(row, found, plan, draft, suspends)
                : new RowResult(
                        row.row(),
                        row.line(),
                        Outcome.ERROR,
                        found.map(UserModel::getId).orElse(null),
                        Map.of(),
                        faults);
    }

    private RowResult carryOut(
            PreparedRow row, Optional<UserModel> found, StaffPlan plan, RowDraft draft, boolean suspends) {
        Map<String, Change> changes = new TreeMap<>(plan.changes());
        Optional.ofNullable(changes.remove(StaffAttributes.MANAGER_ID))
                .ifPresent(change -> changes.put(StaffField.MANAGER.id(), change));
        if (!draft.futureDepartments().isEmpty()) {
            changes.put(
                    StaffField.DEPARTMENT.id(),
                    new Change(
                            found.map(user -> user.getFirstAttribute(StaffAttributes.DEPARTMENT))
                                    .orElse(null),
                            String.join(";", row.values(StaffField.DEPARTMENT.id()))));
        }
        if (suspends) {
            changes.put(StaffField.ENABLED.id(), new Change("true", "false"));
        }
        @Nullable String userId = found.map(UserModel::getId).orElse(null);
        if (!context.settings().dryRun()) {
            UserModel written = plan.carryOut();
            userId = written.getId();
            if (suspends) {
                new Suspension(context.session(), context.realm()).apply(written);
            }
        }
        Outcome outcome = found.isEmpty() ? Outcome.CREATE : changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE;
        return RowResult.done(row, outcome, userId, changes);
    }

    private List<RowFault> faultsOfSuspending(PreparedRow row, UserModel user, StaffPlan plan) {
        List<RowFault> faults = new ArrayList<>();
        if (isUploader(user)) {
            faults.add(new Faults(context, row).of(StaffField.ENABLED, "crm.import.self-suspended"));
        }
        if (plan.changes().isEmpty()) { // else the plan itself has asked
            writer.refusal(user).ifPresent(error -> faults.addAll(new Faults(context, row).of(List.of(error))));
        }
        return faults;
    }

    private boolean isUploader(UserModel user) {
        return user.getId().equals(context.auth().adminAuth().getUser().getId());
    }
}
