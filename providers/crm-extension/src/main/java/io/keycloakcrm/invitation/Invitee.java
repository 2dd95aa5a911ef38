package io.keycloakcrm.invitation;

import io.keycloakcrm.staff.StaffAttributes;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * Whom an invitation is for.
 *
 * @param address his e-mail address at that moment, or his phone number where he has no e-mail; null if he has neither.
 *     Whoever changes it kills the links that went to the old one
 */
public record Invitee(String userId, @Nullable String address) {

    /** The person as he is now. */
    public static Invitee of(UserModel user) {
        @Nullable String email = user.getEmail();
        @Nullable
        String address =
                email == null || email.isEmpty() ? user.getFirstAttribute(StaffAttributes.PHONE_NUMBER) : email;
        return new Invitee(user.getId(), address == null || address.isEmpty() ? null : address);
    }
}
