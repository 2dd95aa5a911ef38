package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.mapping.StaffField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Finds whom rows mean that ended in an error, by nothing but their key. */
@AutoService(ChunkWork.class)
public final class PresenceWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.ABSENTEES;
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> rows) {
        StaffField key = StaffField.byId(context.settings().key()).orElseThrow();
        var members = new MemberKeys(context, rows);
        return rows.stream()
                .flatMap(
                        row -> member(members, key, row)
                                .map(user -> RowResult.done(row, Outcome.UNCHANGED, user.getId(), Map.of()))
                                .stream())
                .toList();
    }

    private static Optional<UserModel> member(MemberKeys members, StaffField key, PreparedRow row) {
        @Nullable String value = row.value(key.id());
        return Stream.ofNullable(value).findFirst().flatMap(present -> members.find(key, present));
    }
}
