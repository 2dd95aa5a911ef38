package io.keycloakcrm.invitation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An invitation as it was sent once: what a link, and whoever came by it, is bound to. */
public record Edition(String invitationId, int version) {

    private static final String NOTE = "crm.invitation";
    private static final String VERSION_NOTE = NOTE + ".version";
    private static final String CHANNEL_NOTE = NOTE + ".channel";

    /** By which the person of a browser tab came in; empty if by no invitation. */
    public static Optional<Edition> of(AuthenticationSessionModel tab) {
        @Nullable String id = tab.getAuthNote(NOTE);
        @Nullable String version = tab.getAuthNote(VERSION_NOTE);
        return id == null || version == null
                ? Optional.empty()
                : Optional.of(new Edition(id, Integer.parseInt(version)));
    }

    /**
     * By what way the code came to the person. Whoever claims an invitation by a code that was mailed has shown that the
     * address is his: to claim fails if it is another by now.
     */
    public static Optional<Channel> channelOf(AuthenticationSessionModel tab) {
        return Optional.ofNullable(tab.getAuthNote(CHANNEL_NOTE)).map(Channel::of);
    }

    /** Binds a browser tab to it, in place of any other. */
    public void bind(AuthenticationSessionModel tab, Channel channel) {
        tab.setAuthNote(NOTE, invitationId);
        tab.setAuthNote(VERSION_NOTE, Integer.toString(version));
        tab.setAuthNote(CHANNEL_NOTE, channel.id());
    }
}
