package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Moves a department, as far as the administrator may: the members inherit what the new place confers, so it must be
 * his to grant.
 */
final class DepartmentMove {

    private final AdminPermissionEvaluator auth;
    private final Departments departments;

    DepartmentMove(AdminPermissionEvaluator auth, Departments departments) {
        this.auth = auth;
        this.departments = departments;
    }

    /** Moves below {@code parent}; null means to the top. */
    void to(GroupModel department, @Nullable GroupModel parent) {
        if (parent == null) {
            auth.groups().requireManage();
        } else {
            auth.groups().requireManage(parent);
            new LawOfRights(auth).refusal(parent).ifPresent(role -> {
                throw Problem.forbidden("crm.department.confers-role", parent.getName(), role.getName());
            });
        }
        departments.move(department, parent);
    }
}
