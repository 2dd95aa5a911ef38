package io.keycloakcrm.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An entry that does not do what whoever wrote it must have meant, mostly because it cannot be understood and so grants
 * nothing; for whoever can mend it.
 *
 * @param role name of the role that has it; null if it is the person's own
 * @param attribute name of the attribute
 * @param value as it stands there; the key where that is what is wrong
 * @param position the character, from 1, at which it goes wrong; null where the whole is meant
 * @param message what is wrong, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessProblem(
        @Nullable String role,
        String attribute,
        String value,
        String code,
        @Nullable Integer position,
        String message) {}
