package io.keycloakcrm.staff;

import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.department.Department;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Writes in which departments somebody sits: attribute, projection, memberships and headship together. */
final class SeatWriter {

    private final Departments departments;
    private final LawOfRights law;
    private final AdminPermissionEvaluator auth;
    private @Nullable DepartmentTree tree;

    SeatWriter(Departments departments, LawOfRights law) {
        this.departments = departments;
        this.law = law;
        this.auth = law.auth();
    }

    record Plan(List<StaffError> errors, Map<String, Change> changes, Consumer<UserModel> apply) {}

    Plan plan(@Nullable UserModel user, StaffDraft.Seat wanted) {
        List<GroupModel> memberships = user == null ? List.of() : membershipsOf(user);
        Optional<GroupModel> before = primary(user, memberships);
        @Nullable GroupModel after = wanted.primaryGiven() ? wanted.primary() : before.orElse(null);
        List<GroupModel> secondaryBefore = without(memberships, before.orElse(null));
        List<GroupModel> secondary = without(Objects.requireNonNullElse(wanted.secondary(), secondaryBefore), after);

        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "department", before.map(this::path).orElse(null), after == null ? null : path(after));
        put(changes, "secondaryDepartments", paths(secondaryBefore), paths(secondary));
        Boolean head = wanted.head();
        boolean headBefore =
                user != null && after != null && departments.heads(after).contains(user.getId());
        if (head != null && after != null && head != headBefore) {
            changes.put("departmentHead", new Change(Boolean.toString(headBefore), Boolean.toString(head)));
        }
        List<GroupModel> all = new ArrayList<>(secondary);
        Optional.ofNullable(after).ifPresent(group -> all.add(0, group));
        return new Plan(errors(user, memberships, all, changes, after), changes, written -> {
            write(written, after, all, user == null ? membershipsOfCreated(written) : membershipsOf(written));
            if (changes.containsKey("departmentHead") && head != null && after != null) {
                writeHead(written, after, head);
            }
        });
    }

    private List<StaffError> errors(
            @Nullable UserModel user,
            List<GroupModel> before,
            List<GroupModel> after,
            Map<String, Change> changes,
            @Nullable GroupModel primary) {
        List<StaffError> errors = new ArrayList<>();
        if (!changes.isEmpty() && user != null && !auth.users().canManageGroupMembership(user)) {
            errors.add(StaffError.of("department", "crm.staff.not-manageable"));
        }
        Set<String> had = before.stream().map(GroupModel::getId).collect(Collectors.toSet());
        Set<String> has = after.stream().map(GroupModel::getId).collect(Collectors.toSet());
        for (GroupModel joined : after) {
            if (!had.contains(joined.getId())) {
                errors.addAll(errorsOfJoining(joined));
            }
        }
        for (GroupModel left : before) {
            if (!has.contains(left.getId()) && !law.managesMembership(left)) {
                errors.add(StaffError.of("department", "crm.staff.department-forbidden", path(left)));
            }
        }
        if (changes.containsKey("departmentHead")
                && primary != null
                && !auth.groups().canManage(primary)) {
            errors.add(StaffError.of("departmentHead", "crm.staff.department-forbidden", path(primary)));
        }
        return errors;
    }

    private List<StaffError> errorsOfJoining(GroupModel department) {
        if (!law.managesMembership(department)) {
            return List.of(StaffError.of("department", "crm.staff.department-forbidden", path(department)));
        }
        return law.refusal(department)
                .map(role -> List.of(
                        StaffError.of("department", "crm.staff.department-confers", path(department), role.getName())))
                .orElse(List.of());
    }

    private void write(UserModel user, @Nullable GroupModel primary, List<GroupModel> all, List<GroupModel> before) {
        Set<String> wanted = all.stream().map(GroupModel::getId).collect(Collectors.toCollection(LinkedHashSet::new));
        // The attribute first: joining a department makes it the primary one where none is set.
        if (primary == null) {
            user.removeAttribute(StaffAttributes.DEPARTMENT_ID);
            user.removeAttribute(StaffAttributes.DEPARTMENT);
        } else {
            user.setSingleAttribute(StaffAttributes.DEPARTMENT_ID, primary.getId());
            user.setSingleAttribute(StaffAttributes.DEPARTMENT, path(primary));
        }
        before.stream().filter(group -> !wanted.contains(group.getId())).forEach(user::leaveGroup);
        Set<String> had = before.stream().map(GroupModel::getId).collect(Collectors.toSet());
        all.stream().filter(group -> !had.contains(group.getId())).forEach(user::joinGroup);
    }

    private void writeHead(UserModel user, GroupModel department, boolean head) {
        Set<String> heads = new LinkedHashSet<>(departments.heads(department));
        if (head ? heads.add(user.getId()) : heads.remove(user.getId())) {
            department.setAttribute(Departments.HEAD, List.copyOf(heads));
        }
    }

    private List<GroupModel> membershipsOf(UserModel user) {
        return user.getGroupsStream().filter(departments::contains).toList();
    }

    /** In batch mode queries do not see what is not flushed, so Keycloak could not tell what it has just given. */
    private List<GroupModel> membershipsOfCreated(UserModel user) {
        return EntityManagers.isBatchMode() ? departments.byDefault() : membershipsOf(user);
    }

    private static Optional<GroupModel> primary(@Nullable UserModel user, List<GroupModel> memberships) {
        @Nullable String id = user == null ? null : user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID);
        return memberships.stream().filter(group -> group.getId().equals(id)).findFirst();
    }

    private static List<GroupModel> without(List<GroupModel> groups, @Nullable GroupModel left) {
        return groups.stream()
                .filter(group -> left == null || !group.getId().equals(left.getId()))
                .toList();
    }

    private void put(Map<String, Change> changes, String property, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.put(property, new Change(before, after));
        }
    }

    private @Nullable String paths(List<GroupModel> groups) {
        return groups.isEmpty()
                ? null
                : groups.stream().map(this::path).sorted().collect(Collectors.joining(";"));
    }

    private String path(GroupModel group) {
        DepartmentTree known = tree == null ? departments.tree() : tree;
        Optional<Department> department = known.byId(group.getId());
        if (department.isEmpty()) {
            known = departments.tree(); // created meanwhile
            department = known.byId(group.getId());
        }
        tree = known;
        return department.map(Department::path).orElse(group.getName());
    }
}
