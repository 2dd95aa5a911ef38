package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.job.Settled;
import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Origin;
import io.keycloakcrm.invitation.Source;
import io.keycloakcrm.invitation.admin.Inviting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * Invites the new members of a file, once all of it is done, whether or not their managers could be set: in the
 * transaction of the chunk, so each of them once, whatever happens to the node. The mails go out afterwards, at the pace
 * of the outbox.
 */
@AutoService(ChunkWork.class)
public final class InvitationsWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.INVITATIONS;
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> rows) {
        Map<Long, Settled> settled =
                context.settled().apply(rows.stream().map(PreparedRow::row).toList());
        var inviting = new Inviting(context.session(), context.realm(), context.auth());
        var terms = new InvitationTerms(
                InvitationSettings.of(context.realm()).life(), Source.IMPORT, null, null, null, null);
        settled.forEach((row, result) -> {
            @Nullable UserModel member = newcomer(context, result);
            if (member != null && inviting.refusal(member).isEmpty()) {
                inviting.invite(member, terms, new Origin(context.importId(), row), true);
            }
        });
        return List.of();
    }

    private static @Nullable UserModel newcomer(ChunkContext context, Settled result) {
        return result.isNewcomer() && result.userId() != null
                ? context.session().users().getUserById(context.realm(), result.userId())
                : null;
    }
}
