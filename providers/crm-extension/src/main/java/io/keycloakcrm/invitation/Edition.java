package io.keycloakcrm.invitation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An invitation as it was sent once: what a link, and whoever came by it, is bound to. */
public record Edition(String invitationId, int version) {

    private static final String NOTE = "crm.invitation";
    private static final String VERSION_NOTE = NOTE + ".version";

    /** By which the person of a browser tab came in; empty if by no invitation. */
    public static Optional<Edition> of(AuthenticationSessionModel tab) {
        @Nullable String id = tab.getAuthNote(NOTE);
        @Nullable String version = tab.getAuthNote(VERSION_NOTE);
        return id == null || version == null
                ? Optional.empty()
                : Optional.of(new Edition(id, Integer.parseInt(version)));
    }

    /** Binds a browser tab to it, in place of any other. */
    public void bind(AuthenticationSessionModel tab) {
        tab.setAuthNote(NOTE, invitationId);
        tab.setAuthNote(VERSION_NOTE, Integer.toString(version));
    }
}
