package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.mapping.Column;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Where and for whom a chunk is worked.
 *
 * @param session session of the chunk's transaction, with the realm in its context and no request behind it
 * @param realm the realm imported into
 * @param auth the rights of the administrator who started the job, as they are now
 * @param importId the job
 * @param settings what was asked for
 * @param columns the mapping
 * @param insertsMembers whether new members are inserted together, not made one by one through Keycloak's models
 * @param memory what outlives the transaction, as long as this node works the chunk
 * @param settled what the members phase said about rows, by row number; rows it has not reached are absent
 */
public record ChunkContext(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissionEvaluator auth,
        String importId,
        ImportSettings settings,
        List<Column> columns,
        boolean insertsMembers,
        ChunkMemory memory,
        Function<Collection<Long>, Map<Long, Settled>> settled) {

    public ChunkContext {
        columns = List.copyOf(columns);
    }

    /** Index of the column that is mapped to a field, for the faults of a row; null if there is none. */
    public @Nullable Integer column(String field) {
        return columns.stream()
                .filter(column -> field.equals(column.field()))
                .map(Column::index)
                .findFirst()
                .orElse(null);
    }
}
