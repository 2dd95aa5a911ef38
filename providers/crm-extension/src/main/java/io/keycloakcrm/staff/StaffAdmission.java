package io.keycloakcrm.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Makes somebody a staff member, for whichever request asks for it. What is refused is an answer of the API. */
public final class StaffAdmission {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    public StaffAdmission(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
    }

    /**
     * Makes an account; the caller has made sure that the administrator may.
     *
     * @param body what {@code POST /staff} takes
     */
    public UserModel create(ObjectNode body) {
        StaffDraft draft = StaffRequest.read(session, realm, body, true);
        return carryOut(new StaffWriter(session, realm, auth).planCreation(draft));
    }

    /** Makes an existing user a staff member, if the administrator may. */
    public UserModel adopt(String userId) {
        @Nullable UserModel user = session.users().getUserById(realm, userId);
        if (user == null || user.getServiceAccountClientLink() != null) {
            throw Problem.notFound("crm.staff.not-found");
        }
        auth.users().requireManage(user);
        if (new LawOfRights(auth).isOutrankedBy(user)) {
            throw Problem.forbidden("crm.staff.more-privileged");
        }
        new StaffIndex(session, realm).refresh(user);
        return user;
    }

    UserModel carryOut(StaffPlan plan) {
        if (!plan.errors().isEmpty()) {
            throw StaffProblems.of(plan.errors());
        }
        try {
            UserModel user = plan.carryOut();
            // Now, so that what only the database knows becomes an error of this request and not of its commit.
            new StaffRepository(session).flush();
            return user;
        } catch (ModelDuplicateException e) {
            session.getTransactionManager().setRollbackOnly();
            throw Problem.conflict("crm.staff.conflict");
        }
    }
}
