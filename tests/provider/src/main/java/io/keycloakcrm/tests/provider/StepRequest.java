package io.keycloakcrm.tests.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keycloakcrm.invitation.Channel;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Invitee;
import io.keycloakcrm.invitation.Source;
import org.jspecify.annotations.Nullable;

/**
 * One step of an invitation.
 *
 * @param step its name
 * @param user whom it is for
 * @param address the person's, at that moment
 * @param invitation the id, where there is one already
 * @param code as it stands in a link
 * @param terms what it says, with {@code invite}; null for nothing
 * @param channel by what way a code goes out, with {@code mint}; null for by hand
 * @param millis in which it runs out, with {@code expire}
 */
record StepRequest(
        @JsonProperty("step") String step,
        @JsonProperty("user") String user,
        @JsonProperty("address") @Nullable String address,
        @JsonProperty("invitation") String invitation,
        @JsonProperty("version") int version,
        @JsonProperty("code") String code,
        @JsonProperty("terms") @Nullable Terms terms,
        @JsonProperty("channel") @Nullable String channel,
        @JsonProperty("millis") long millis) {

    /** What an invitation says. */
    record Terms(
            @JsonProperty("message") @Nullable String message,
            @JsonProperty("clientId") @Nullable String clientId,
            @JsonProperty("redirectUri") @Nullable String redirectUri) {}

    InvitationTerms invitationTerms() {
        return terms == null
                ? InvitationTerms.plain()
                : new InvitationTerms(
                        InvitationTerms.DEFAULT_LIFE,
                        Source.MANUAL,
                        terms.message(),
                        null,
                        terms.clientId(),
                        terms.redirectUri());
    }

    Channel way() {
        return channel == null ? Channel.LINK : Channel.valueOf(channel);
    }

    Invitee invitee() {
        return new Invitee(user, address);
    }

    Edition edition() {
        return new Edition(invitation, version);
    }
}
