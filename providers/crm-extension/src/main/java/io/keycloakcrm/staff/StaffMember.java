package io.keycloakcrm.staff;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A staff member as the API answers him; instants are ISO texts. What other rooms contribute (roles, …) stands beside.
 *
 * @param attributes the realm's own profile attributes; only when one member is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffMember(
        String id,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String displayName,
        @Nullable String nickname,
        boolean enabled,
        StaffState state,
        @Nullable String employeeNumber,
        @Nullable Place department,
        List<Place> secondaryDepartments,
        @Nullable String position,
        @Nullable String phoneNumber,
        boolean phoneNumberVerified,
        @Nullable String hireDate,
        @Nullable String employmentStatus,
        @Nullable Manager manager,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String lastLogin,
        @Nullable Map<String, List<String>> attributes,
        @JsonAnyGetter Map<String, Object> facets) {

    StaffMember withAttributes(Map<String, List<String>> own) {
        return new StaffMember(
                id,
                username,
                email,
                firstName,
                lastName,
                displayName,
                nickname,
                enabled,
                state,
                employeeNumber,
                department,
                secondaryDepartments,
                position,
                phoneNumber,
                phoneNumberVerified,
                hireDate,
                employmentStatus,
                manager,
                validFrom,
                validUntil,
                lastLogin,
                own,
                facets);
    }

    record Place(String id, String path) {}

    record Manager(String id, String displayName) {}
}
