package io.keycloakcrm.staff;

import io.keycloakcrm.staff.department.Department;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Brings the primary department in line with memberships that were changed on Keycloak's own pages: who joins a first
 * department has it as primary, who leaves his primary one gets another of his departments, or none.
 */
public final class StaffMembership {

    private final Departments departments;

    public StaffMembership(KeycloakSession session, RealmModel realm) {
        this.departments = new Departments(session, realm);
    }

    /** Does nothing where the primary department is one of the user's departments. */
    public void follow(UserModel user) {
        if (departments.root().isEmpty()) {
            return;
        }
        @Nullable String primary = user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID);
        List<GroupModel> memberships =
                user.getGroupsStream().filter(departments::contains).toList();
        if (memberships.stream().anyMatch(group -> group.getId().equals(primary))) {
            return;
        }
        Optional<GroupModel> next = memberships.stream().findFirst();
        if (next.isEmpty()) {
            if (primary != null) {
                user.removeAttribute(StaffAttributes.DEPARTMENT_ID);
                user.removeAttribute(StaffAttributes.DEPARTMENT);
            }
            return;
        }
        DepartmentTree tree = departments.tree();
        user.setSingleAttribute(StaffAttributes.DEPARTMENT_ID, next.get().getId());
        tree.byId(next.get().getId())
                .map(Department::path)
                .ifPresent(path -> user.setSingleAttribute(StaffAttributes.DEPARTMENT, path));
    }
}
