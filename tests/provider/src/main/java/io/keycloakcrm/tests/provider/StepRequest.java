package io.keycloakcrm.tests.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitee;
import org.jspecify.annotations.Nullable;

/**
 * One step of an invitation.
 *
 * @param step its name
 * @param user whom it is for
 * @param address the person's, at that moment
 * @param invitation the id, where there is one already
 * @param code as it stands in a link
 */
record StepRequest(
        @JsonProperty("step") String step,
        @JsonProperty("user") String user,
        @JsonProperty("address") @Nullable String address,
        @JsonProperty("invitation") String invitation,
        @JsonProperty("version") int version,
        @JsonProperty("code") String code) {

    Invitee invitee() {
        return new Invitee(user, address);
    }

    Edition edition() {
        return new Edition(invitation, version);
    }
}
