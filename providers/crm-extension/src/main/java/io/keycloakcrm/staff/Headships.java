package io.keycloakcrm.staff;

import io.keycloakcrm.staff.department.Department;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The departments that somebody heads; he need not sit in them. */
final class Headships {

    private final Departments departments;
    private final AdminPermissionEvaluator auth;

    Headships(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.departments = new Departments(session, realm);
        this.auth = auth;
    }

    /** What giving all of them up would do. */
    SeatWriter.Plan planGivingUp(UserModel user) {
        List<GroupModel> headed = departments.headedBy(user.getId());
        List<StaffError> errors = headed.stream()
                .filter(group -> !auth.groups().canManage(group))
                .map(group -> StaffError.of("departmentHead", "crm.staff.department-forbidden", group.getName()))
                .toList();
        return new SeatWriter.Plan(
                errors,
                headed.isEmpty() ? Map.of() : Map.of("departmentHead", new Change(paths(headed), null)),
                written -> headed.forEach(group -> giveUp(group, written.getId())));
    }

    private String paths(List<GroupModel> headed) {
        DepartmentTree tree = departments.tree();
        return headed.stream()
                .map(group -> tree.byId(group.getId()).map(Department::path).orElse(group.getName()))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private void giveUp(GroupModel group, String userId) {
        List<String> others = departments.heads(group).stream()
                .filter(id -> !id.equals(userId))
                .toList();
        if (others.isEmpty()) {
            group.removeAttribute(Departments.HEAD);
        } else {
            group.setAttribute(Departments.HEAD, others);
        }
    }
}
