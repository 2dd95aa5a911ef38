package io.keycloakcrm.claims.rules;

/**
 * A text that was to be a data scope and is none.
 *
 * @param attribute name of the attribute
 * @param value as it stands there
 */
public record ScopeProblem(String attribute, String value, ScopeSyntaxException cause) {}
