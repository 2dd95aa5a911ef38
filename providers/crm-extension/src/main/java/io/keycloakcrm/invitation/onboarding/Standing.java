package io.keycloakcrm.invitation.onboarding;

/** What the gate makes of somebody. */
enum Standing {
    /** Was never invited, or has nothing to do with it any more: none of the gate's business. */
    UNTOUCHED,
    /** Has no right to be here: came by no link, or by one that is over. */
    OUT,
    UNDER_WAY,
    /** Took all mandatory steps; new ones may have been added since. */
    IN
}
