package io.keycloakcrm.imports.job;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Rebuilds, for each transaction, what the administrator who started the job may do now. */
final class Rights {

    /** @throws RightLost if he may not manage users any more */
    ChunkContext context(
            KeycloakSession session, ImportJob job, Function<Collection<Long>, Map<Long, Settled>> settled) {
        RealmModel realm = session.getContext().getRealm();
        AdminPermissionEvaluator auth = Objects.requireNonNull(job.acting())
                .evaluator(session, realm)
                .filter(evaluator -> evaluator.users().canManage())
                .orElseThrow(RightLost::new);
        return new ChunkContext(
                session,
                realm,
                auth,
                job.id(),
                Objects.requireNonNull(job.settings()),
                Objects.requireNonNull(job.analysis()).columns(),
                settled);
    }
}
