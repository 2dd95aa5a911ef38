package io.keycloakcrm.invitation.admin;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Who may be invited: an account that is switched on and that nobody has made his own. */
final class Guest {

    private Guest() {}

    /**
     * What speaks against it, as the code of a message. Whoever has a credential here signs in with it: a link that lets him
     * choose another would be one to take an account over by.
     */
    static Optional<String> refusal(UserModel user) {
        if (!user.isEnabled()) {
            return Optional.of("crm.invitation.user-disabled");
        }
        boolean hasCredential = Stream.of(
                        PasswordCredentialModel.TYPE,
                        WebAuthnCredentialModel.TYPE_TWOFACTOR,
                        WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .anyMatch(type -> user.credentialManager()
                                .getStoredCredentialsByTypeStream(type)
                                .count()
                        > 0);
        return hasCredential ? Optional.of("crm.invitation.has-credential") : Optional.empty();
    }
}
