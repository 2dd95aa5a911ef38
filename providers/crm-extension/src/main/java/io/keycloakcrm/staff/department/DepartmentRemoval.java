package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.ActingAdministrator;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffIndex;
import jakarta.ws.rs.ForbiddenException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Deletes a department with all below it; its members go to another one or there must be none. They move some hundred a
 * transaction, before the department goes: interrupted, it still stands with those who are left, and can be deleted again.
 */
final class DepartmentRemoval {

    private static final int MEMBERS_AT_ONCE = 200;

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
        List<String> doomed = departments.tree().subtree(department.getId());
        if (!members(doomed, "").isEmpty()) {
            if (target == null) {
                throw Problem.conflict("crm.department.not-empty", department.getName());
            }
            if (doomed.contains(target.getId())) {
                throw Problem.badField("moveTo", "crm.department.circle", target.getName());
            }
            requireConferrable(target);
            requireMovable(doomed);
            moveMembers(doomed, target.getId());
        }
        call.session().groups().removeGroup(call.realm(), department);
    }

    private void requireConferrable(GroupModel target) {
        call.auth().groups().requireManageMembership(target);
        new LawOfRights(call.auth()).refusal(target).ifPresent(role -> {
            throw Problem.forbidden("crm.department.confers-role", target.getName(), role.getName());
        });
    }

    /** All or nobody: a member who may not be touched is found before the first one moves. */
    private void requireMovable(List<String> doomed) {
        List<String> some = members(doomed, "");
        while (!some.isEmpty()) {
            some.forEach(id -> requireMovable(call.session(), call.realm(), call.auth(), id));
            some = members(doomed, some.get(some.size() - 1));
        }
    }

    private static void requireMovable(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, String userId) {
        @Nullable UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        auth.users().requireManageGroupMembership(user);
        if (new LawOfRights(auth).isOutrankedBy(user)) {
            throw Problem.forbidden("crm.staff.more-privileged");
        }
    }

    private List<String> members(List<String> doomed, String afterUserId) {
        return new DepartmentRepository(call.session())
                .groupMembers(call.realm().getId(), doomed, afterUserId, MEMBERS_AT_ONCE);
    }

    private void moveMembers(List<String> doomed, String targetId) {
        var acting = ActingAdministrator.of(call);
        String realmId = call.realm().getId();
        boolean more = true;
        while (more) {
            more = KeycloakModelUtils.runJobInTransactionWithResult(
                    call.session().getKeycloakSessionFactory(), session -> {
                        RealmModel realm = session.realms().getRealm(realmId);
                        session.getContext().setRealm(realm);
                        AdminPermissionEvaluator auth =
                                acting.evaluator(session, realm).orElseThrow(ForbiddenException::new);
                        return new Move(session, realm, doomed, targetId).some(auth);
                    });
        }
    }

    /** Some members on their way, in a transaction of their own. */
    private record Move(KeycloakSession session, RealmModel realm, List<String> doomed, String targetId) {

        /** Whether there was anybody left to move. */
        boolean some(AdminPermissionEvaluator auth) {
            var target = session.groups().getGroupById(realm, targetId);
            String path = new Departments(session, realm)
                    .tree()
                    .byId(targetId)
                    .map(Department::path)
                    .orElse(target.getName());
            List<String> members =
                    new DepartmentRepository(session).groupMembers(realm.getId(), doomed, "", MEMBERS_AT_ONCE);
            for (String id : members) {
                requireMovable(session, realm, auth, id);
                Optional.ofNullable(session.users().getUserById(realm, id)).ifPresent(user -> one(user, target, path));
            }
            return !members.isEmpty();
        }

        private void one(UserModel user, GroupModel target, String path) {
            if (doomed.contains(user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID))) {
                user.setSingleAttribute(StaffAttributes.DEPARTMENT_ID, targetId);
                user.setSingleAttribute(StaffAttributes.DEPARTMENT, path);
            }
            user.joinGroup(target);
            user.getGroupsStream()
                    .filter(group -> doomed.contains(group.getId()))
                    .toList()
                    .forEach(user::leaveGroup);
            new StaffIndex(session, realm).refresh(user);
        }
    }
}
