package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.DataScopeLevel;

/** What can be wrong with the text of a data scope. The names are stable: texts in other languages hang on them. */
public enum ScopeFault {
    KEY_MISSING("begins with what it is about, as in customer=department"),
    KEY_UNKNOWN("is about module, module:operation or *"),
    LEVEL_UNKNOWN("the level is one of " + DataScopeLevel.NAMES),
    CONDITION_UNKNOWN("only departments=… and regions=… may follow the level"),
    CONDITION_REPEATED("this condition was given before"),
    VALUE_EMPTY("a value is missing"),
    CHARACTER_FORBIDDEN("values hold no ; , = in either width and no control characters"),
    ALL_RESTRICTED("all takes no conditions; with conditions the level is custom"),
    CUSTOM_UNRESTRICTED("custom needs departments=… or regions=…");

    private final String text;

    ScopeFault(String text) {
        this.text = text;
    }

    /** In English, what would be right. */
    public String text() {
        return text;
    }
}
