package io.keycloakcrm.staff;

import io.keycloakcrm.rest.Problem;
import java.util.List;
import java.util.Set;
import org.keycloak.services.ErrorResponseException;

/** The errors of a plan as an answer: 403 for a missing right, 409 for what another member has, else 400. */
final class StaffProblems {

    private static final Set<String> FORBIDDEN = Set.of(
            "crm.staff.more-privileged",
            "crm.staff.not-manageable",
            "crm.staff.department-forbidden",
            "crm.staff.department-confers",
            "crm.staff.role-forbidden");

    private StaffProblems() {}

    static ErrorResponseException of(List<StaffError> errors) {
        StaffError first = errors.get(0);
        Object[] params = first.params().toArray();
        if (FORBIDDEN.contains(first.code())) {
            return Problem.forbidden(first.code(), params);
        }
        if (errors.size() > 1) {
            return Problem.badFields(errors.stream()
                    .map(error -> Problem.body(
                            error.field(), error.code(), error.params().toArray()))
                    .toList());
        }
        if (first.code().endsWith("-taken")) {
            return Problem.conflictingField(first.field(), first.code(), params);
        }
        return Problem.badField(first.field(), first.code(), params);
    }
}
