package io.keycloakcrm.claims.jpa;

import jakarta.persistence.criteria.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity keeps what data scopes look at.
 *
 * @param owner null where the entity has no owner: then no grant that asks for one matches; likewise the others
 */
public record JpaPaths(
        @Nullable Expression<String> owner,
        @Nullable Expression<String> department,
        @Nullable Expression<String> region) {

    public static JpaPaths of(
            @Nullable Expression<String> owner,
            @Nullable Expression<String> department,
            @Nullable Expression<String> region) {
        return new JpaPaths(owner, department, region);
    }
}
