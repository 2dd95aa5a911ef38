package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.Blame;
import io.keycloakcrm.rest.ActingAdministrator;
import io.keycloakcrm.staff.StaffInserts;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Rebuilds, for each transaction, what the administrator who started the job may do now. */
final class Rights {

    private final MembersPath membersPath;

    Rights(MembersPath membersPath) {
        this.membersPath = membersPath;
    }

    /** @throws RightLost if he may not manage users any more, or only by a policy that asks about his request */
    ChunkContext context(
            KeycloakSession session,
            ImportJob job,
            ChunkMemory memory,
            Function<Collection<Long>, Map<Long, Settled>> settled) {
        RealmModel realm = session.getContext().getRealm();
        AdminPermissionEvaluator auth = evaluator(session, realm, Objects.requireNonNull(job.acting()));
        return new ChunkContext(
                session,
                realm,
                auth,
                job.id(),
                Objects.requireNonNull(job.settings()),
                Objects.requireNonNull(job.analysis()).columns(),
                membersPath == MembersPath.AUTO && StaffInserts.suits(session, realm),
                memory,
                settled);
    }

    private static AdminPermissionEvaluator evaluator(
            KeycloakSession session, RealmModel realm, ActingAdministrator acting) {
        try {
            return acting.evaluator(session, realm)
                    .filter(evaluator -> evaluator.users().canManage())
                    .orElseThrow(RightLost::new);
        } catch (RightLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (Blame.of(e) != Blame.ROW) {
                throw e;
            }
            // a policy that reads the address of a request throws where there is none
            throw new RightLost(e);
        }
    }
}
