package io.keycloakcrm.outbox;

import io.keycloakcrm.outbox.Undelivered.Fault;
import jakarta.mail.AuthenticationFailedException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.keycloak.email.EmailException;

/** Reads from a failure of Keycloak's mail sender whether the mail is out, and whether it may be sent again. */
final class MailRefusal {

    private static final int SERVICE_NOT_AVAILABLE = 421;
    private static final int LONGEST_CHAIN = 20;

    private MailRefusal() {}

    /** What is wrong; empty if the mail was taken all the same. */
    static Optional<Undelivered> of(EmailException failure) {
        MailStage stage = MailStage.of(chain(failure).toList());
        if (stage == MailStage.FAREWELL) {
            return Optional.empty();
        }
        return Optional.of(undelivered(failure, stage));
    }

    private static Undelivered undelivered(EmailException failure, MailStage stage) {
        int reply = reply(failure);
        if (reply >= 400) {
            return refused(failure, stage, reply);
        }
        return switch (stage) {
            case SETTINGS -> unsent(failure);
            case GREETING, SENDER, RECIPIENT ->
                has(failure, AuthenticationFailedException.class)
                        ? new Undelivered(Fault.DOWN, "crm.outbox.login-refused", 0)
                        : new Undelivered(Fault.DOWN, "crm.outbox.unreachable", 0);
            case CONTENT, FAREWELL -> new Undelivered(Fault.UNCERTAIN, "crm.outbox.uncertain", 0);
        };
    }

    /**
     * RFC 5321 §4.2.1: what is refused by 4yz may succeed later, by 5yz not. But whoever is refused as a sender is
     * refused for every recipient, until somebody mends the realm's settings.
     */
    private static Undelivered refused(EmailException failure, MailStage stage, int reply) {
        if (stage == MailStage.SENDER || has(failure, SMTPSenderFailedException.class)) {
            return new Undelivered(Fault.DOWN, "crm.outbox.login-refused", reply);
        }
        if (reply == SERVICE_NOT_AVAILABLE) {
            return new Undelivered(Fault.DOWN, "crm.outbox.unreachable", reply);
        }
        return reply < 500
                ? new Undelivered(Fault.LATER, "crm.outbox.deferred", reply)
                : new Undelivered(Fault.NEVER, "crm.outbox.refused", reply);
    }

    /** Keycloak refuses addresses and settings before it connects to anything. */
    private static Undelivered unsent(EmailException failure) {
        boolean recipient = Objects.requireNonNullElse(failure.getMessage(), "").startsWith("Invalid address");
        return recipient
                ? new Undelivered(Fault.NEVER, "crm.outbox.address-invalid", 0)
                : new Undelivered(Fault.DOWN, "crm.outbox.mail-settings", 0);
    }

    /** What the server said to the recipient, else to anything; 0 if it said nothing or nothing that can be understood. */
    private static int reply(EmailException failure) {
        return Stream.concat(chain(failure).filter(SMTPAddressFailedException.class::isInstance), chain(failure))
                .mapToInt(MailRefusal::ownReply)
                .filter(reply -> reply >= 400 && reply < 600)
                .findFirst()
                .orElse(0);
    }

    private static int ownReply(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static boolean has(EmailException failure, Class<? extends Exception> type) {
        return chain(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(EmailException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN);
    }
}
