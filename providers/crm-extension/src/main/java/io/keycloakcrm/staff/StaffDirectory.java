package io.keycloakcrm.staff;

import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Finds staff of a realm, and takes users in as staff. Asks no rights but those of {@link #adoptAll}. */
public final class StaffDirectory {

    private static final int USERS_AT_ONCE = 200;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StaffRepository repository;

    public StaffDirectory(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.repository = new StaffRepository(session);
    }

    /** Staff of that display name, width and case aside; three at most, enough to know that it is not unique. */
    public List<UserModel> byName(String name) {
        return repository.byName(realm.getId(), name).stream()
                .map(id -> Optional.ofNullable(session.users().getUserById(realm, id)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Reserves the employee numbers that users of the realm had before the extension was installed, in transactions of
     * its own, and brings the index up to date.
     *
     * @return ids of users who have a number that another one has too
     */
    public List<String> reserveEmployeeNumbers() {
        return StaffReindex.ofRealm(session.getKeycloakSessionFactory(), realm.getId()).duplicates().stream()
                .map(EmployeeNumbers.Duplicate::userId)
                .toList();
    }

    /**
     * Makes staff of every enabled user who is none yet, whom the administrator may manage and who does not outrank him.
     *
     * @return how many were taken in
     */
    public int adoptAll(AdminPermissionEvaluator auth) {
        var index = new StaffIndex(session, realm);
        var law = new LawOfRights(auth);
        int adopted = 0;
        String last = "";
        List<String> ids = repository.notYetStaff(realm.getId(), last, USERS_AT_ONCE);
        while (!ids.isEmpty()) {
            for (String id : ids) {
                @Nullable UserModel user = session.users().getUserById(realm, id);
                if (user != null && auth.users().canManage(user) && !law.isOutrankedBy(user)) {
                    index.refresh(user);
                    adopted++;
                }
                last = id;
            }
            repository.flush();
            ids = repository.notYetStaff(realm.getId(), last, USERS_AT_ONCE);
        }
        return adopted;
    }
}
