package io.keycloakcrm.invitation.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Source;
import io.keycloakcrm.rest.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Body of {@code POST /invitations}: either somebody who is there or somebody new, and what he is told.
 *
 * @param userId an account of the realm
 * @param staff a new member, as {@code POST /staff} takes him
 * @param message to him; null for none
 * @param locale language of mail and pages; null for his own
 * @param clientId of the application that it leads to; null for the realm's own
 * @param redirectUri where in it; null for its beginning
 * @param life how long it lasts, in ISO 8601; null for as long as the realm says
 * @param send false if the caller will only copy a link; else it is sent where that is possible
 */
record InvitationRequest(
        @Nullable String userId,
        @Nullable ObjectNode staff,
        @Nullable String message,
        @Nullable String locale,
        @Nullable String clientId,
        @Nullable String redirectUri,
        @Nullable String life,
        @Nullable Boolean send) {

    /** Whether it says whom, and only once. */
    boolean namesOne() {
        return (userId == null) != (staff == null);
    }

    boolean wantsSending() {
        return !Boolean.FALSE.equals(send);
    }

    /** @throws org.keycloak.services.ErrorResponseException 400 naming the field that breaks a rule */
    InvitationTerms terms(KeycloakSession session, RealmModel realm) {
        Destination destination = Destination.checked(session, realm, clientId, redirectUri);
        if (locale != null && !Language.isSpoken(realm, locale)) {
            throw Problem.badField("locale", "crm.invitation.locale-unknown", locale);
        }
        if (message != null && message.length() > InvitationTerms.LONGEST_MESSAGE) {
            throw Problem.badField("message", "crm.invitation.message-long", InvitationTerms.LONGEST_MESSAGE);
        }
        return new InvitationTerms(
                life == null ? InvitationSettings.of(realm).life() : duration(life),
                Source.MANUAL,
                message,
                locale,
                destination.clientId(),
                destination.redirectUri());
    }

    private static Duration duration(String written) {
        return parsed(written)
                .filter(InvitationTerms::allowsLife)
                .orElseThrow(() -> Problem.badField("life", "crm.invitation.life-invalid"));
    }

    private static Optional<Duration> parsed(String written) {
        try {
            return Optional.of(Duration.parse(written));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
