package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.InvitationDirectory;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.StaffError;
import io.keycloakcrm.staff.StaffFacet;
import io.keycloakcrm.staff.StaffFacetFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The property {@code invitation} of a staff member: the latest one and how far it has come. */
@AutoService(StaffFacetFactory.class)
public final class InvitationFacetFactory implements StaffFacetFactory {

    static final String ID = "invitation";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StaffFacet create(KeycloakSession session) {
        return new InvitationFacet(session);
    }

    private record Shown(String id, String state) {}

    private record InvitationFacet(KeycloakSession session) implements StaffFacet {

        @Override
        public Map<String, Object> show(RealmModel realm, Collection<String> userIds) {
            var directory = new InvitationDirectory(session, realm);
            Map<String, Object> shown = new HashMap<>();
            Instant now = directory.now();
            directory
                    .latest(userIds)
                    .forEach((user, invitation) -> shown.put(
                            user,
                            new Shown(invitation.id(), invitation.stateAt(now).id())));
            return shown;
        }

        @Override
        public Plan plan(
                KeycloakSession session,
                RealmModel realm,
                LawOfRights law,
                @Nullable UserModel user,
                List<String> wanted) {
            return new Plan(List.of(StaffError.of(ID, "crm.staff.property-unknown", ID)), null, written -> {});
        }
    }
}
