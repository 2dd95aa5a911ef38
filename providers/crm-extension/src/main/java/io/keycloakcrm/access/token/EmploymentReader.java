package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.Employment;
import io.keycloakcrm.staff.StaffAttributes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What HR says about a person, from the attributes of the user. */
record EmploymentReader(RealmModel realm, OnceLog log) {

    Employment read(UserModel user) {
        return new Employment(
                user.getFirstAttribute(StaffAttributes.EMPLOYEE_NUMBER),
                user.getFirstAttribute(StaffAttributes.EMPLOYMENT_STATUS),
                user.getFirstAttribute(StaffAttributes.POSITION),
                hireDate(user),
                user.getFirstAttribute(StaffAttributes.MANAGER_ID));
    }

    private @Nullable LocalDate hireDate(UserModel user) {
        @Nullable String date = user.getFirstAttribute(StaffAttributes.HIRE_DATE);
        if (date == null || date.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException writtenPastTheProfile) {
            log.warn("Realm %s, user %s: hireDate is not told to applications, for it is no date like 2024-01-18"
                    .formatted(realm.getName(), user.getId()));
            return null;
        }
    }
}
