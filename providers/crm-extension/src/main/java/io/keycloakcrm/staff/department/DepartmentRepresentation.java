package io.keycloakcrm.staff.department;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as the API answers it.
 *
 * @param members staff whose primary department it is; null for callers who may not view everybody
 * @param totalMembers the same with all departments below it
 */
record DepartmentRepresentation(
        String id,
        String name,
        String path,
        @Nullable String parentId,
        List<Head> heads,
        @Nullable Long members,
        @Nullable Long totalMembers,
        boolean hasChildren) {

    record Head(String id, String displayName) {}
}
