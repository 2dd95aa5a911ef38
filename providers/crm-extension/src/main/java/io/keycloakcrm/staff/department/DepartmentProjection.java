package io.keycloakcrm.staff.department;

import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffIndex;
import io.keycloakcrm.staff.StaffMembership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.ReadOnlyException;

/**
 * Brings the path that members carry as attribute in line with the tree after a department was renamed, moved or
 * deleted: a few hundred members a transaction, resumed by any node after a crash.
 */
final class DepartmentProjection {

    private static final Logger LOG = Logger.getLogger(DepartmentProjection.class);

    private static final int MEMBERS_PER_TRANSACTION = 200;

    private static final int DEPARTMENTS_PER_TICK = 100;

    private final KeycloakSessionFactory factory;

    DepartmentProjection(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Refreshes until nothing is left to do. */
    void run() {
        Map<String, String> realmByDepartment = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new DepartmentRepository(session).refreshes(DEPARTMENTS_PER_TICK));
        realmByDepartment.forEach((departmentId, realmId) -> {
            try {
                refreshAll(realmId, departmentId);
            } catch (RuntimeException e) { // must not hold up the departments of other realms
                LOG.warnf(e, "Realm %s: members of department %s still carry its old path", realmId, departmentId);
            }
        });
    }

    private void refreshAll(String realmId, String departmentId) {
        boolean more = true;
        while (more) {
            more = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> refreshSome(session, realmId, departmentId));
        }
    }

    private static boolean refreshSome(KeycloakSession session, String realmId, String departmentId) {
        var repository = new DepartmentRepository(session);
        Optional<DepartmentRefreshEntity> pending = repository.lock(departmentId);
        @Nullable RealmModel realm = session.realms().getRealm(realmId);
        if (pending.isEmpty()) {
            return false; // another node was faster
        }
        if (realm == null) {
            repository.remove(pending.get());
            return false;
        }
        session.getContext().setRealm(realm);
        DepartmentTree tree = new Departments(session, realm).tree();
        List<String> subtree = tree.byId(departmentId).isPresent() ? tree.subtree(departmentId) : List.of(departmentId);
        List<String> members = repository.members(realmId, subtree, pending.get().lastUserId, MEMBERS_PER_TRANSACTION);
        members.forEach(id -> refresh(session, realm, tree, id));
        if (members.size() < MEMBERS_PER_TRANSACTION) {
            repository.remove(pending.get());
            LOG.debugf("Department %s of realm %s: paths of its members are up to date", departmentId, realm.getName());
            return false;
        }
        pending.get().lastUserId = members.get(members.size() - 1);
        return true;
    }

    private static void refresh(KeycloakSession session, RealmModel realm, DepartmentTree tree, String userId) {
        @Nullable UserModel user = session.users().getUserById(realm, userId);
        @Nullable String departmentId = user == null ? null : user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID);
        if (user == null || departmentId == null) {
            return;
        }
        Optional<Department> department = tree.byId(departmentId);
        if (department.isEmpty()) {
            new StaffMembership(session, realm).follow(user);
            new StaffIndex(session, realm).refresh(user);
        } else if (!department.get().path().equals(user.getFirstAttribute(StaffAttributes.DEPARTMENT))) {
            try {
                user.setSingleAttribute(
                        StaffAttributes.DEPARTMENT, department.get().path());
            } catch (ReadOnlyException federated) {
                LOG.debugf("Realm %s: user %s is kept elsewhere and keeps the old path", realm.getName(), userId);
            }
        }
    }
}
