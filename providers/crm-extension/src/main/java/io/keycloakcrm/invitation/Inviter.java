package io.keycloakcrm.invitation;

import io.keycloakcrm.background.Blame;
import io.keycloakcrm.rest.ActingAdministrator;
import io.keycloakcrm.rest.LawOfRights;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The administrator in whose name is invited; his realm need not be that of the person. Names alone, never rights: what
 * he may do is asked again whenever something goes out in his name.
 *
 * @param clientId of the client by which he called, whose scope bounds what he may do; null where nobody knows any more
 */
public record Inviter(
        String realmId, String userId, @Nullable String clientId) {

    public Inviter(String realmId, String userId) {
        this(realmId, userId, null);
    }

    /** Whoever asks now. */
    public static Inviter of(AdminPermissionEvaluator auth) {
        AdminAuth admin = auth.adminAuth();
        return new Inviter(
                admin.getRealm().getId(),
                admin.getUser().getId(),
                admin.getToken().getIssuedFor());
    }

    /**
     * Whether he is still there and may still look after this person; fails closed.
     *
     * @param realm of the person, in the session's context
     */
    public boolean mayStillInvite(KeycloakSession session, RealmModel realm, UserModel person) {
        @Nullable ClientModel before = session.getContext().getClient();
        try {
            return new ActingAdministrator(realmId, userId, clientId, Set.of(), Set.of())
                    .evaluator(session, realm)
                    .filter(auth -> auth.users().canManage(person))
                    .filter(auth -> !new LawOfRights(auth).isOutrankedBy(person))
                    .isPresent();
        } catch (RuntimeException e) {
            if (Blame.of(e) != Blame.ROW) {
                throw e;
            }
            return false; // a policy that reads the address of a request throws where there is none
        } finally {
            session.getContext().setClient(before);
        }
    }
}
