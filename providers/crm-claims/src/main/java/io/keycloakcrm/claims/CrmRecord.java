package io.keycloakcrm.claims;

import org.jspecify.annotations.Nullable;

/**
 * What a data scope looks at in a record of the application. Each may be null; then no condition on it is met.
 *
 * @param owner user id, as in the claim {@code sub}
 * @param department id of the department to which the record belongs
 * @param region compared letter by letter
 */
public record CrmRecord(
        @Nullable String owner,
        @Nullable String department,
        @Nullable String region) {}
