package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.connections.jpa.support.EntityManagers;

/** Creates and changes the members of a chunk through the realm's user profile. */
@AutoService(ChunkWork.class)
public final class MembersWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.MEMBERS;
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> rows) {
        EmployeeNumbers.lookWithoutLocks(context.session());
        List<RowResult> results = new ArrayList<>(rows.size());
        // Keycloak flushes after each user, role and group; with its batch mode a chunk is written at once.
        EntityManagers.runInBatch(
                context.session(),
                () -> {
                    var writer = new MemberRowWriter(context);
                    rows.forEach(row -> results.add(writer.write(row)));
                    EntityManagers.flush(context.session(), true);
                },
                true);
        return results;
    }
}
