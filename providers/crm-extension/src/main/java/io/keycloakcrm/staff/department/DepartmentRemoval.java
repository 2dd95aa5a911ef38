package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Deletes a department with all below it; its members go to another one or there must be none. */
final class DepartmentRemoval {

    private static final int MEMBERS_AT_ONCE = 500;

    private final AdminCall call;
    private final Departments departments;

    DepartmentRemoval(AdminCall call, Departments departments) {
        this.call = call;
        this.departments = departments;
    }

    /**
     * Deletes.
     *
     * @param target takes the members; null demands that there are none
     */
    void remove(GroupModel department, @Nullable GroupModel target) {
        DepartmentTree tree = departments.tree();
        List<String> doomed = tree.subtree(department.getId());
        var repository = new DepartmentRepository(call.session());
        if (repository.anyMember(call.realm().getId(), doomed)) {
            if (target == null) {
                throw Problem.conflict("crm.department.not-empty", department.getName());
            }
            if (doomed.contains(target.getId())) {
                throw Problem.badField("moveTo", "crm.department.circle", target.getName());
            }
            requireConferrable(target);
            moveMembers(doomed, target, tree);
        }
        call.session().groups().removeGroup(call.realm(), department);
    }

    private void requireConferrable(GroupModel target) {
        call.auth().groups().requireManageMembership(target);
        new LawOfRights(call.auth()).refusal(target).ifPresent(role -> {
            throw Problem.forbidden("crm.department.confers-role", target.getName(), role.getName());
        });
    }

    private void moveMembers(List<String> doomed, GroupModel target, DepartmentTree tree) {
        String path = tree.byId(target.getId()).map(Department::path).orElse(target.getName());
        for (String id : doomed) {
            GroupModel group = call.session().groups().getGroupById(call.realm(), id);
            List<UserModel> members = members(group);
            while (!members.isEmpty()) {
                members.forEach(user -> move(user, group, target, path));
                members = members(group);
            }
        }
    }

    private List<UserModel> members(GroupModel group) {
        return call.session()
                .users()
                .getGroupMembersStream(call.realm(), group, 0, MEMBERS_AT_ONCE)
                .toList();
    }

    private void move(UserModel user, GroupModel from, GroupModel target, String path) {
        call.auth().users().requireManageGroupMembership(user);
        if (from.getId().equals(user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID))) {
            user.setSingleAttribute(StaffAttributes.DEPARTMENT_ID, target.getId());
            user.setSingleAttribute(StaffAttributes.DEPARTMENT, path);
        }
        user.joinGroup(target);
        user.leaveGroup(from);
        new StaffIndex(call.session(), call.realm()).refresh(user);
    }
}
