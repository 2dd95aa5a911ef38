package io.keycloakcrm.lifecycle;

import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.Change;
import io.keycloakcrm.staff.Departure;
import io.keycloakcrm.staff.StaffError;
import io.keycloakcrm.staff.StaffPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The end of somebody's work here: authority, account and everything that was issued for it. The account stays, with
 * its history, and is {@code left}; roles that are no CRM roles stay with it, dead as it is.
 */
public final class OffBoarding {

    /** The CRM roles, which the room above the directory writes. */
    private static final Set<String> FACETS = Set.of("roles");

    private static final String ENABLED = "enabled";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Departure departure;

    /**
     * Made for one request or one chunk.
     *
     * @param auth rights of the administrator in whose name is off-boarded
     */
    public OffBoarding(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.departure = new Departure(session, realm, auth);
    }

    /**
     * What off-boarding would do. Refused is whoever the acting administrator may not manage, and every administrator of
     * the realm: whose rights outlive his seat in the CRM must lose them by a decision, not in passing. Of somebody who
     * has left already, carrying it out ends what a crash may have left of his sessions.
     */
    public StaffPlan plan(UserModel user) {
        StaffPlan leaving = departure.plan(user, FACETS);
        List<StaffError> errors = new ArrayList<>(leaving.errors());
        if (errors.isEmpty() && LawOfRights.isAdministrator(user)) {
            errors.add(StaffError.of(null, "crm.lifecycle.administrator"));
        }
        Map<String, Change> changes = new TreeMap<>(leaving.changes());
        if (user.isEnabled()) {
            changes.put(ENABLED, new Change("true", "false"));
        }
        return new StaffPlan(List.copyOf(errors), changes, () -> {
            leaving.carryOut();
            new Suspension(session, realm).apply(user);
            endOfflineSessions(user);
            revokeConsents(user);
            return user;
        });
    }

    private void endOfflineSessions(UserModel user) {
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, user).toList();
        offline.forEach(one -> session.sessions().removeOfflineUserSession(realm, one));
    }

    private void revokeConsents(UserModel user) {
        List<String> clients = session.users()
                .getConsentsStream(realm, user.getId())
                .map(consent -> consent.getClient().getId())
                .toList();
        clients.forEach(client -> session.users().revokeConsentForClient(realm, user.getId(), client));
    }
}
