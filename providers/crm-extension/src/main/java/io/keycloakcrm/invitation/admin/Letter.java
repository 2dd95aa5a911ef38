package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.brand.Brand;
import io.keycloakcrm.invitation.Channel;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.invitation.Way;
import io.keycloakcrm.invitation.sms.Sms;
import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.rest.Messages;
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
        FIRST("crm-invitation", "crm.mail.invitation-subject", "crm.sms.invitation-text"),
        REMINDER("crm-invitation-reminder", "crm.mail.reminder-subject", "crm.sms.reminder-text");

        private final String template;
        private final String subject;
        private final String sms;

        Kind(String template, String subject, String sms) {
            this.template = template;
            this.subject = subject;
            this.sms = sms;
        }
    }

    Delivery invitation(Kind kind, URI link) {
        if (way.channel() == Channel.SMS) {
            return sms(kind.sms, link.toString());
        }
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
        return way.channel() == Channel.SMS
                ? sms("crm.sms.copied-text", "")
                : mail("crm.mail.copied-subject", "crm-invitation-link-copied", Map.of("name", name(user)));
    }

    private Delivery sms(String text, String link) {
        String company = PlainText.name(Brand.of(realm).name());
        return new Sms(way.address(), Messages.of(language().toLanguageTag()).text(text, company, link));
    }

    private Delivery mail(String subject, String template, Map<String, Object> values) {
        return new MailText(session, realm, language()).mail(way.address(), subject, template + ".ftl", values);
    }

    private Locale language() {
        return Language.of(realm, user, invitation.terms().locale());
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
