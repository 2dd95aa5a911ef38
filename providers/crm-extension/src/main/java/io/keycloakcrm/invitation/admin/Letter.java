package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.invitation.Way;
import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.staff.PersonName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What is written to one person about one invitation, in his language. */
final class Letter {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Invitation invitation;
    private final UserModel user;
    private final Way way;

    /** @param realm the one in the session's context */
    Letter(KeycloakSession session, RealmModel realm, Invitation invitation, UserModel user, Way way) {
        this.session = session;
        this.realm = realm;
        this.invitation = invitation;
        this.user = user;
        this.way = way;
    }

    /** The two occasions for a link. */
    enum Kind {
        FIRST("crm-invitation", "crm.mail.invitation-subject"),
        REMINDER("crm-invitation-reminder", "crm.mail.reminder-subject");

        private final String template;
        private final String subject;

        Kind(String template, String subject) {
            this.template = template;
            this.subject = subject;
        }
    }

    Delivery invitation(Kind kind, URI link) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name(user));
        values.put("link", link.toString());
        values.put("minutes", minutesLeft());
        values.put("message", message());
        @Nullable UserModel inviter = inviter();
        if (inviter != null) {
            values.put("inviter", name(inviter));
        }
        return mail(kind.subject, kind.template, values);
    }

    Delivery linkCopied() {
        return mail("crm.mail.copied-subject", "crm-invitation-link-copied", Map.of("name", name(user)));
    }

    private Delivery mail(String subject, String template, Map<String, Object> values) {
        Locale locale = Language.of(realm, user, invitation.terms().locale());
        return new MailText(session, realm, locale).mail(way.address(), subject, template + ".ftl", values);
    }

    private static String name(UserModel person) {
        return PlainText.name(PersonName.display(person.getFirstName(), person.getLastName(), person.getUsername()));
    }

    /** Nobody where a program invites: its name says nothing to people. */
    private @Nullable UserModel inviter() {
        Inviter inviter = invitation.inviter();
        @Nullable RealmModel own = session.realms().getRealm(inviter.realmId());
        @Nullable UserModel found = own == null ? null : session.users().getUserById(own, inviter.userId());
        return found == null || found.getServiceAccountClientLink() != null ? null : found;
    }

    /** What the inviter has written, line by line. */
    private List<String> message() {
        @Nullable String written = invitation.terms().message();
        return written == null || written.isBlank()
                ? List.of()
                : written.lines()
                        .map(PlainText::line)
                        .map(line -> line.replace("${", "$ {"))
                        .toList();
    }

    /** In whole days, or below two days in whole hours, so that the text is one that people say. */
    private long minutesLeft() {
        Duration left = Duration.between(Instant.now(), invitation.moments().expiresAt());
        if (left.toHours() >= 48) {
            return Duration.ofDays(left.toDays()).toMinutes();
        }
        return left.toHours() >= 1 ? Duration.ofHours(left.toHours()).toMinutes() : Math.max(1, left.toMinutes());
    }
}
