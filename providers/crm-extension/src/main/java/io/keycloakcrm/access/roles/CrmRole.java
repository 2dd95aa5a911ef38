package io.keycloakcrm.access.roles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakcrm.access.AccessProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the matrix.
 *
 * @param label in the reader's language; the name where there is none
 * @param labels by language tag
 * @param permissions that it has itself, operations by module
 * @param inheritedPermissions that it has only through its composites
 * @param scopes by key, as they are written
 * @param composites CRM roles that it brings along directly
 * @param otherRoles further roles that it brings along directly, those of clients as {@code client/role}; they come from
 *     Keycloak's own page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CrmRole(
        String id,
        String name,
        String label,
        Map<String, String> labels,
        @Nullable String description,
        Map<String, List<String>> permissions,
        Map<String, List<String>> inheritedPermissions,
        Map<String, List<String>> scopes,
        List<String> composites,
        List<String> otherRoles,
        List<AccessProblem> problems) {}
