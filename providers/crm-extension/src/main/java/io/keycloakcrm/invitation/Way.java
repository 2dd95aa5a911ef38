package io.keycloakcrm.invitation;

import io.keycloakcrm.invitation.sms.Sms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * How a person is reached from here.
 *
 * @param address e-mail address or phone number, by the channel
 */
public record Way(Channel channel, String address) {

    /** By e-mail where he has an address, by text message where he has only a phone; if there is somebody to send it by. */
    public static Optional<Way> to(KeycloakSession session, RealmModel realm, UserModel user) {
        @Nullable String address = Invitee.of(user).address();
        if (address == null) {
            return Optional.empty();
        }
        boolean mail = address.contains("@");
        boolean possible = mail ? !realm.getSmtpConfig().isEmpty() : Sms.isPossible(session);
        return possible ? Optional.of(new Way(mail ? Channel.MAIL : Channel.SMS, address)) : Optional.empty();
    }
}
