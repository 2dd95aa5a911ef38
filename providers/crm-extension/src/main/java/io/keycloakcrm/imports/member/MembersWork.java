package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.staff.StaffInserts;
import io.keycloakcrm.staff.StaffTables;
import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;

/**
 * Creates and changes the members of a chunk under the rules of the realm's user profile. New members are inserted
 * together where nobody could tell the difference, and else created one by one through Keycloak's models.
 */
@AutoService(ChunkWork.class)
public final class MembersWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.MEMBERS;
    }

    @Override
    public void beforehand(KeycloakSession session) {
        StaffTables.keepFit(session);
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> rows) {
        List<RowResult> results = new ArrayList<>(rows.size());
        // Keycloak flushes after each user, role and group; with its batch mode a chunk is written at once.
        EntityManagers.runInBatch(
                context.session(),
                () -> {
                    var members = new MemberKeys(context, rows);
                    EmployeeNumbers.askInstead(context.session(), members.holders()::ofNumber);
                    @Nullable StaffInserts inserts = inserts(context);
                    var writer = new MemberRowWriter(context, members, inserts);
                    rows.forEach(row -> results.add(writer.write(row)));
                    EntityManagers.flush(context.session(), true);
                    if (inserts != null) {
                        inserts.write();
                    }
                },
                true);
        return results;
    }

    private static @Nullable StaffInserts inserts(ChunkContext context) {
        return context.insertsMembers() ? new StaffInserts(context.session(), context.realm()) : null;
    }
}
