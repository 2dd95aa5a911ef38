package io.keycloakcrm.invitation.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakcrm.invitation.InvitationStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the API answers it; instants are ISO texts. Nothing in it leads in.
 *
 * @param displayName of the person
 * @param email that it was made for; absent where he had none
 * @param phoneNumber that it was made for, where he had no e-mail address
 * @param invitedBy the administrator, or who sent it anew
 * @param importRow the row of an import by which the person came
 * @param history what happened to it; only when one invitation is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(
        String id,
        String userId,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String phoneNumber,
        String state,
        String delivery,
        int version,
        int sends,
        String createdAt,
        String expiresAt,
        @Nullable String openedAt,
        @Nullable String claimedAt,
        @Nullable String acceptedAt,
        @Nullable String endedAt,
        Person invitedBy,
        String source,
        @Nullable ImportRow importRow,
        @Nullable String message,
        @Nullable String locale,
        @Nullable String clientId,
        @Nullable String redirectUri,
        @Nullable List<Step> history) {

    /** @param displayName absent for callers who may not view him, and when he is gone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(String id, @Nullable String displayName) {}

    record ImportRow(String importId, long row) {}

    record Step(String step, int version, String at) {

        static Step of(InvitationStep step) {
            return new Step(step.what().id(), step.version(), step.at().toString());
        }
    }
}
