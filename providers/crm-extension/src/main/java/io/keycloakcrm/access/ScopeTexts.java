package io.keycloakcrm.access;

import io.keycloakcrm.claims.rules.ScopeFault;
import io.keycloakcrm.claims.rules.ScopeSyntaxException;

/** What is wrong with a data scope, as a stable code whose text takes the value and the place in it. */
public final class ScopeTexts {

    private ScopeTexts() {}

    public static String code(ScopeFault fault) {
        return switch (fault) {
            case KEY_MISSING -> "crm.access.scope-key-missing";
            case KEY_UNKNOWN -> "crm.access.scope-key-unknown";
            case LEVEL_UNKNOWN -> "crm.access.scope-level-unknown";
            case CONDITION_UNKNOWN -> "crm.access.scope-condition-unknown";
            case CONDITION_REPEATED -> "crm.access.scope-condition-repeated";
            case VALUE_EMPTY -> "crm.access.scope-value-empty";
            case CHARACTER_FORBIDDEN -> "crm.access.scope-character-forbidden";
            case ALL_RESTRICTED -> "crm.access.scope-all-restricted";
            case CUSTOM_UNRESTRICTED -> "crm.access.scope-custom-unrestricted";
        };
    }

    /** The parameters of the text: what was written, and at which character, from 1, it goes wrong. */
    public static Object[] params(String written, ScopeSyntaxException fault) {
        return new Object[] {written, place(fault)};
    }

    /** As people count. */
    static int place(ScopeSyntaxException fault) {
        return fault.position() + 1;
    }
}
