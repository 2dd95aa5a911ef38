package io.keycloakcrm.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a staff member cannot be written as wanted.
 *
 * @param field property or attribute at fault; null if it is the person as a whole
 * @param code stable code, {@code crm.staff.<what>}; its text is the message of the same key
 * @param params what the text needs, already in text form
 */
public record StaffError(@Nullable String field, String code, List<String> params) {

    public StaffError {
        params = List.copyOf(params);
    }

    public static StaffError of(@Nullable String field, String code, String... params) {
        return new StaffError(field, code, List.of(params));
    }
}
