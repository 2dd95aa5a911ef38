package io.keycloakcrm.imports.member;

import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffDraft;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Turns the values of a row into what the directory can write. A blank cell leaves what is there. */
final class RowDraft {

    /** Fields that are not simply an attribute of the same name. */
    private static final Set<StaffField> SPECIAL = EnumSet.of(
            StaffField.NAME,
            StaffField.DEPARTMENT,
            StaffField.DEPARTMENT_HEAD,
            StaffField.MANAGER,
            StaffField.ROLES,
            StaffField.ENABLED);

    private final ChunkContext context;
    private final PreparedRow row;
    private final Faults at;
    private final List<RowFault> faults = new ArrayList<>();
    private final List<String> futureDepartments = new ArrayList<>();

    RowDraft(ChunkContext context, PreparedRow row) {
        this.context = context;
        this.row = row;
        this.at = new Faults(context, row);
    }

    /** What {@link #draft} found wrong. */
    List<RowFault> faults() {
        return faults;
    }

    /** In a dry run: departments of the row that the real run would create first. */
    List<String> futureDepartments() {
        return futureDepartments;
    }

    StaffDraft draft(Departments departments, DepartmentTree tree, ManagerLookup managers) {
        Map<String, List<String>> attributes = new HashMap<>();
        row.mapped().values().forEach((field, values) -> {
            if (StaffField.byId(field).filter(SPECIAL::contains).isEmpty()) {
                attributes.put(field, values);
            }
        });
        manager(managers).ifPresent(manager -> attributes.put(StaffAttributes.MANAGER_ID, List.of(manager.getId())));
        Map<String, List<String>> facets = new HashMap<>();
        if (!row.values(StaffField.ROLES.id()).isEmpty()) {
            facets.put(StaffField.ROLES.id(), row.values(StaffField.ROLES.id()));
        }
        return new StaffDraft(attributes, seat(departments, tree), facets, !isBlocked());
    }

    /** Whether the row wants the account switched off. */
    boolean isBlocked() {
        return "false".equals(row.value(StaffField.ENABLED.id()));
    }

    private StaffDraft.@Nullable Seat seat(Departments departments, DepartmentTree tree) {
        List<String> paths = row.values(StaffField.DEPARTMENT.id());
        @Nullable String head = row.value(StaffField.DEPARTMENT_HEAD.id());
        if (paths.isEmpty() && head == null) {
            return null;
        }
        List<GroupModel> groups = new ArrayList<>();
        for (String path : paths) {
            tree.byPath(path).map(departments::group).ifPresentOrElse(groups::add, () -> missing(path));
        }
        boolean complete = groups.size() == paths.size();
        boolean headGiven = head != null && complete;
        return new StaffDraft.Seat(
                !paths.isEmpty() && complete,
                complete && !groups.isEmpty() ? groups.get(0) : null,
                // One department in the cell says nothing about further ones.
                (complete && groups.size() > 1) ? groups.subList(1, groups.size()) : null,
                headGiven ? Boolean.valueOf(head) : null);
    }

    private void missing(String path) {
        if (!context.settings().createDepartments()) {
            faults.add(at.of(StaffField.DEPARTMENT, "crm.import.department-unknown", path));
        } else if (!Departments.isValidPath(path)) {
            faults.add(at.of(StaffField.DEPARTMENT, "crm.department.name-invalid", path));
        } else if (!context.auth().groups().canManage()) {
            faults.add(at.of(StaffField.DEPARTMENT, "crm.import.department-forbidden", path));
        } else if (context.settings().dryRun()) {
            futureDepartments.add(path);
        } else {
            // The realm has no department root, so the phase before could create nothing.
            faults.add(at.of(StaffField.DEPARTMENT, "crm.department.root-missing"));
        }
    }

    /** A manager who is not in the file; those who are come in a later phase, when everybody exists. */
    private Optional<UserModel> manager(ManagerLookup managers) {
        @Nullable String reference = row.value(StaffField.MANAGER.id());
        if (reference == null || row.managerRow() != null) {
            return Optional.empty();
        }
        List<UserModel> candidates = managers.candidates(reference);
        if (candidates.size() != 1) {
            String code = candidates.isEmpty() ? "crm.import.manager-unknown" : "crm.import.manager-ambiguous";
            faults.add(at.of(StaffField.MANAGER, code, reference));
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }
}
