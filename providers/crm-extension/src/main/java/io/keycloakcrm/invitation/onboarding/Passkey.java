package io.keycloakcrm.invitation.onboarding;

import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A passkey in place of a password. Keycloak's own required action makes it; here is only remembered that the person
 * wants one, for one page: who turns back, or loads the page again, is asked for a password as before.
 */
final class Passkey {

    static final String ACTION = "webauthn-register-passwordless";

    private static final String NOTE = "crm.onboarding.passkey";
    private static final String WANTED = "wanted";

    private Passkey() {}

    static void want(Person person) {
        person.tab().setAuthNote(NOTE, WANTED);
    }

    /** Whether the person has made one since it was asked for; asks for it if that is what is wanted. */
    static State next(Person person) {
        AuthenticationSessionModel tab = person.tab();
        @Nullable String note = tab.getAuthNote(NOTE);
        if (note == null) {
            return State.NOT_WANTED;
        }
        if (note.equals(WANTED)) {
            tab.setAuthNote(NOTE, Long.toString(person.passkeys()));
            tab.addRequiredAction(ACTION);
            return State.ASKED_FOR;
        }
        tab.removeAuthNote(NOTE);
        tab.removeRequiredAction(ACTION);
        return person.passkeys() > Long.parseLong(note) ? State.MADE : State.NOT_WANTED;
    }

    /** How far it is with it. */
    enum State {
        NOT_WANTED,
        ASKED_FOR,
        MADE
    }
}
