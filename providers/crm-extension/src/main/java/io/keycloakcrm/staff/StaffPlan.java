package io.keycloakcrm.staff;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.models.UserModel;

/**
 * What writing a staff member would do; the same plan serves a dry run and the real one.
 *
 * @param errors why it must not be carried out; empty if it may
 * @param changes by property, in a fixed order; empty if the person already is as wanted
 * @param apply what {@link #carryOut} does; may fail with what the database alone knows, such as {@link
 *     org.keycloak.models.ModelDuplicateException}
 */
public record StaffPlan(List<StaffError> errors, Map<String, Change> changes, Supplier<UserModel> apply) {

    /** Carries it out and answers the user. */
    public UserModel carryOut() {
        return apply.get();
    }
}
