package io.keycloakcrm.staff;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.userprofile.ValidationException;

/** Turns what Keycloak's user profile says of a value into our stable codes. */
final class ProfileErrors {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("usernameExistsMessage", "crm.staff.username-taken"),
            Map.entry("emailExistsMessage", "crm.staff.email-taken"),
            Map.entry("invalidEmailMessage", "crm.staff.email-invalid"),
            Map.entry("error-invalid-email", "crm.staff.email-invalid"),
            Map.entry("missingUsernameMessage", "crm.staff.required"),
            Map.entry("missingEmailMessage", "crm.staff.required"),
            Map.entry("missingFirstNameMessage", "crm.staff.required"),
            Map.entry("missingLastNameMessage", "crm.staff.required"),
            Map.entry("error-user-attribute-required", "crm.staff.required"),
            Map.entry("error-empty", "crm.staff.required"),
            Map.entry("error-invalid-length", "crm.staff.length"),
            Map.entry("error-invalid-length-too-short", "crm.staff.length"),
            Map.entry("error-invalid-length-too-long", "crm.staff.length"),
            Map.entry("error-person-name-invalid-character", "crm.staff.characters"),
            Map.entry("error-username-invalid-character", "crm.staff.characters"),
            Map.entry("error-pattern-no-match", "crm.staff.pattern"),
            Map.entry("error-invalid-date", "crm.staff.date-invalid"),
            Map.entry("error-invalid-value", "crm.staff.option-unknown"),
            Map.entry("error-user-attribute-read-only", "crm.staff.read-only"),
            Map.entry("updateReadOnlyAttributesRejectedMessage", "crm.staff.read-only"));

    private ProfileErrors() {}

    static List<StaffError> of(ValidationException refused) {
        return refused.getErrors().stream().map(ProfileErrors::of).toList();
    }

    private static StaffError of(ValidationException.Error error) {
        String key = error.getMessage();
        if (key.startsWith("crm.")) {
            return new StaffError(error.getAttribute(), key, params(error, 0));
        }
        String code = CODES.getOrDefault(key, "crm.staff.rejected");
        return "crm.staff.rejected".equals(code)
                ? StaffError.of(error.getAttribute(), code, key)
                // The first parameter of Keycloak's own is the attribute itself.
                : new StaffError(error.getAttribute(), code, params(error, 1));
    }

    private static List<String> params(ValidationException.Error error, int from) {
        return Stream.of(error.getMessageParameters())
                .skip(from)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }
}
