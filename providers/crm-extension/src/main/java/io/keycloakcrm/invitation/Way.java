package io.keycloakcrm.invitation;

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

    /** By e-mail, if he has an address and the realm a mail server. */
    public static Optional<Way> to(KeycloakSession session, RealmModel realm, UserModel user) {
        @Nullable String email = user.getEmail();
        boolean mail =
                email != null && !email.isEmpty() && !realm.getSmtpConfig().isEmpty();
        return mail ? Optional.of(new Way(Channel.MAIL, email)) : Optional.empty();
    }
}
