package io.keycloakcrm.access.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakcrm.access.AccessProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do, and why.
 *
 * @param dataScopes for every key that a role or the person's own attribute speaks of, all that is said
 * @param problems entries of these roles and of the person that grant nothing because they cannot be understood
 * @param answer about one record; null where none was asked about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainedAccess(
        String userId,
        List<Role> roles,
        List<HeldPermission> permissions,
        List<DataScope> dataScopes,
        List<AccessProblem> problems,
        @Nullable RecordAnswer answer) {

    /** @param label in the reader's language; the name where there is none */
    record Role(String name, String label, List<Source> from) {}

    record HeldPermission(String permission, List<Source> from) {}

    /** @param grants of which the person has those that count */
    record DataScope(String key, List<ExplainedGrant> grants) {}
}
