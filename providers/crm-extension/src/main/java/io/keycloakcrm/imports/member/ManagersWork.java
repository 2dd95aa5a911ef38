package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.job.Settled;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.Change;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffDraft;
import io.keycloakcrm.staff.StaffPlan;
import io.keycloakcrm.staff.StaffWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Sets managers who stand in the same file, once everybody in it exists. */
@AutoService(ChunkWork.class)
public final class ManagersWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.MANAGERS;
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> rows) {
        List<PreparedRow> linked =
                rows.stream().filter(row -> row.managerRow() != null).toList();
        Set<Long> wanted = new HashSet<>();
        for (PreparedRow row : linked) {
            wanted.add(row.row());
            Optional.ofNullable(row.managerRow()).ifPresent(wanted::add);
        }
        Map<Long, Settled> settled = context.settled().apply(wanted);
        var managers = new ManagerLookup(context, new MemberKeys(context, linked));
        List<RowResult> results = new ArrayList<>();
        linked.forEach(row -> new Link(context, managers, row, settled).result().ifPresent(results::add));
        return results;
    }

    /** One member and the row of his manager. */
    private static final class Link {

        private final ChunkContext context;
        private final ManagerLookup managers;
        private final PreparedRow row;
        private final @Nullable Settled member;
        private final @Nullable Settled manager;

        Link(ChunkContext context, ManagerLookup managers, PreparedRow row, Map<Long, Settled> settled) {
            this.context = context;
            this.managers = managers;
            this.row = row;
            this.member = settled.get(row.row());
            this.manager = row.managerRow() == null ? null : settled.get(row.managerRow());
        }

        Optional<RowResult> result() {
            if (member == null || member.outcome() == Outcome.ERROR) {
                return Optional.empty();
            }
            @Nullable UserModel user = user(member.userId());
            @Nullable UserModel above = above();
            if (above == null && (manager == null || manager.outcome() == Outcome.ERROR)) {
                return Optional.of(error("crm.import.manager-row-failed", String.valueOf(row.managerRow())));
            }
            if (isAmbiguous(above)) {
                return Optional.of(error("crm.import.manager-ambiguous", reference()));
            }
            if (user == null || above == null) {
                // Only in a dry run: somebody does not exist yet, so it will be a change.
                return Optional.of(changed(new Change(current(user), reference())));
            }
            return write(user, above);
        }

        private Optional<RowResult> write(UserModel user, UserModel above) {
            var draft =
                    new StaffDraft(Map.of(StaffAttributes.MANAGER_ID, List.of(above.getId())), null, Map.of(), true);
            StaffPlan plan =
                    new StaffWriter(context.session(), context.realm(), context.auth()).planUpdate(user, draft);
            if (!plan.errors().isEmpty()) {
                return Optional.of(result(Outcome.ERROR, Map.of(), new Faults(context, row).of(plan.errors())));
            }
            @Nullable Change change = plan.changes().get(StaffAttributes.MANAGER_ID);
            if (change == null) {
                return Optional.empty();
            }
            if (!context.settings().dryRun()) {
                plan.carryOut();
            }
            return Optional.of(changed(change));
        }

        /** A name that is unique in the file may still be somebody else's in the realm. */
        private boolean isAmbiguous(@Nullable UserModel above) {
            return managers.candidates(reference()).stream()
                    .anyMatch(candidate -> above == null || !candidate.getId().equals(above.getId()));
        }

        /** The member of the manager's row or, if that row failed, whoever is there already and is meant. */
        private @Nullable UserModel above() {
            if (manager != null && manager.outcome() != Outcome.ERROR) {
                return user(manager.userId());
            }
            List<UserModel> candidates = managers.candidates(reference());
            return candidates.size() == 1 ? candidates.get(0) : null;
        }

        private String reference() {
            @Nullable String reference = row.value(StaffField.MANAGER.id());
            return reference == null ? "" : reference;
        }

        private @Nullable UserModel user(@Nullable String id) {
            return id == null ? null : context.session().users().getUserById(context.realm(), id);
        }

        private static @Nullable String current(@Nullable UserModel user) {
            return user == null ? null : user.getFirstAttribute(StaffAttributes.MANAGER_ID);
        }

        private RowResult changed(Change change) {
            return result(Outcome.UPDATE, Map.of(StaffField.MANAGER.id(), change), List.of());
        }

        private RowResult error(String code, String... params) {
            return result(
                    Outcome.ERROR, Map.of(), List.of(new Faults(context, row).of(StaffField.MANAGER, code, params)));
        }

        private RowResult result(Outcome outcome, Map<String, Change> changes, List<RowFault> faults) {
            @Nullable String userId = member == null ? null : member.userId();
            return new RowResult(row.row(), row.line(), outcome, userId, changes, faults);
        }
    }
}
