package io.keycloakcrm.invitation.onboarding;

import org.keycloak.models.UserModel;

/** What is asked of a person, in this order. */
public enum Step {
    WELCOME("crm-welcome"),
    CREDENTIAL("crm-password"),
    PHONE("crm-phone"),
    /** Keycloak's own. */
    MFA(UserModel.RequiredAction.CONFIGURE_TOTP.name()),
    TERMS("crm-terms"),
    GETTING_STARTED("crm-getting-started");

    private final String action;

    Step(String action) {
        this.action = action;
    }

    /** Id of the required action that asks for it. */
    public String action() {
        return action;
    }

    /** Whether nobody is in before it; who leaves at another one is in, and finds it at the next sign-in. */
    boolean isMandatory() {
        return this != GETTING_STARTED;
    }

    boolean isOurs() {
        return this != MFA;
    }
}
