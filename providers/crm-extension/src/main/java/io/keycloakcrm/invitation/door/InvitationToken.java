package io.keycloakcrm.invitation.door;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.keycloakcrm.invitation.Channel;
import io.keycloakcrm.invitation.Edition;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.DefaultActionToken;
import org.keycloak.common.util.Time;

/**
 * Carries a person from the door to the sign-in, in one redirect. Bound to the person, the invitation as it was sent, the
 * address it was sent to and the browser that has pressed the button.
 */
final class InvitationToken extends DefaultActionToken {

    static final String TYPE = "crm-invitation";

    /** A redirect takes no longer, however slow the line. */
    private static final int SECONDS = 120;

    @JsonProperty("crm_inv")
    private @Nullable String invitationId;

    @JsonProperty("crm_ver")
    private int version;

    @JsonProperty("crm_way")
    private Channel channel = Channel.LINK;

    @JsonProperty("crm_browser")
    private @Nullable String browser;

    /** For Jackson. */
    private InvitationToken() {}

    /**
     * For a guest who has just been let in.
     *
     * @param channel by what way the code came to the guest
     * @param browser hash of what this browser's cookie says
     */
    @SuppressWarnings("NullAway") // Keycloak makes the nonce where there is none
    InvitationToken(Guest guest, Channel channel, String browser) {
        super(guest.user().getId(), TYPE, Math.toIntExact(Time.currentTimeSeconds()) + SECONDS, null);
        this.invitationId = guest.invitation().id();
        this.version = guest.invitation().version();
        this.channel = channel;
        this.browser = browser;
        setEmail(guest.user().getEmail());
    }

    @JsonIgnore
    Edition edition() {
        return new Edition(invitationId == null ? "" : invitationId, version);
    }

    @JsonIgnore
    Channel channel() {
        return channel;
    }

    @JsonIgnore
    boolean isOf(String otherBrowser) {
        return browser != null && DoorCookie.equal(browser, otherBrowser);
    }
}
