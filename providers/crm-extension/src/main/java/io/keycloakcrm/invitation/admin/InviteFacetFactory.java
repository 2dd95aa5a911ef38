package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Sending;
import io.keycloakcrm.invitation.Source;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.Change;
import io.keycloakcrm.staff.StaffError;
import io.keycloakcrm.staff.StaffFacet;
import io.keycloakcrm.staff.StaffFacetFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** {@code "invite": true} on a staff member who is being created: he is invited in the same transaction. Never shown. */
@AutoService(StaffFacetFactory.class)
public final class InviteFacetFactory implements StaffFacetFactory {

    static final String ID = "invite";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StaffFacet create(KeycloakSession session) {
        return new InviteFacet();
    }

    private static final class InviteFacet implements StaffFacet {

        @Override
        public Map<String, Object> show(RealmModel realm, Collection<String> userIds) {
            return Map.of();
        }

        @Override
        public Plan plan(
                KeycloakSession session,
                RealmModel realm,
                LawOfRights law,
                @Nullable UserModel user,
                List<String> wanted) {
            if (!wanted.equals(List.of("true"))) {
                return nothing(List.of());
            }
            if (user != null) {
                return nothing(List.of(StaffError.of(ID, "crm.invitation.invite-existing")));
            }
            List<StaffError> obstacles = Inviting.obstacle(session, realm).stream()
                    .map(code -> StaffError.of(ID, code))
                    .toList();
            return obstacles.isEmpty()
                    ? new Plan(List.of(), new Change(null, "true"), made -> invite(session, realm, law, made))
                    : nothing(obstacles);
        }

        private static Plan nothing(List<StaffError> errors) {
            return new Plan(errors, null, written -> {});
        }

        private static void invite(KeycloakSession session, RealmModel realm, LawOfRights law, UserModel made) {
            var terms = new InvitationTerms(InvitationSettings.of(realm).life(), Source.MANUAL, null, null, null, null);
            boolean tooOften = new Inviting(session, realm, law.auth())
                    .invite(made, terms, null, true)
                    .filter(invited -> invited.sending() == Sending.TOO_OFTEN)
                    .isPresent();
            if (tooOften) {
                session.getTransactionManager().setRollbackOnly();
                throw Problem.tooMany("crm.invitation.too-often");
            }
        }
    }
}
