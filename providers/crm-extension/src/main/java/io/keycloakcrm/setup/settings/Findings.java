package io.keycloakcrm.setup.settings;

import io.keycloakcrm.rest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.ErrorRepresentation;

/** What is wrong with the fields that somebody gave, all of it at once; what was wrong before is not his doing. */
final class Findings {

    // Plain http only to this machine, for those who try things out.
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(https://[\\w.-]+|http://(localhost|127\\.0\\.0\\.1|\\[::1]))(:\\d{1,5})?([/?#][\\w.~:/?#@!$&'()*+,;=%\\[\\]-]*)?");

    private static final int LONGEST_ADDRESS = 2_000;

    private final Set<String> given;
    private final List<ErrorRepresentation> errors = new ArrayList<>();

    Findings(Set<String> given) {
        this.given = Set.copyOf(given);
    }

    /** What is not given is right. */
    void text(String field, @Nullable String value, Predicate<String> right, String code) {
        if (value != null && !value.isBlank() && !right.test(value.strip())) {
            add(field, code, value.length() > 80 ? value.substring(0, 80) + "…" : value);
        }
    }

    /** An address that a page may link to. */
    void address(String field, @Nullable String value) {
        text(field, value, Findings::isAddress, "crm.settings.url-invalid");
    }

    static boolean isAddress(String value) {
        return value.length() <= LONGEST_ADDRESS && WEB_ADDRESS.matcher(value).matches();
    }

    void add(String field, String code, @Nullable Object... params) {
        if (given.stream().anyMatch(field::startsWith)) {
            errors.add(Problem.body(field, code, params));
        }
    }

    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.badFields(errors);
        }
    }
}
