package io.keycloakcrm.staff;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Who works here: the staff members of a realm who have not left. The accounts of applications are not among them. Read
 * from the staff index page by page, so that a realm of any size fits.
 */
public final class StaffRoster {

    private final String realmId;
    private final StaffRosterRepository repository;

    public StaffRoster(KeycloakSession session, RealmModel realm) {
        this.realmId = realm.getId();
        this.repository = new StaffRosterRepository(session);
    }

    /** How many there are. */
    public long size() {
        return repository.count(realmId);
    }

    /** Ids of the next ones in the order of their ids; the first ones after an empty text. */
    public List<String> after(String userId, int max) {
        return repository.page(realmId, userId, max);
    }
}
