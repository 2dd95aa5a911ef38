package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keycloakcrm.outbox.Undelivered.Fault;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own sender against servers that go wrong, so that a change of either is noticed. */
class MailTest {

    private final KeycloakSession session = mock();

    @BeforeEach
    void sendAsKeycloakDoes() {
        var factory = new DefaultEmailSenderProviderFactory();
        factory.init(mock(Config.Scope.class));
        when(session.getProvider(EmailSenderProvider.class)).thenReturn(factory.create(session));
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, '', DOWN, crm.outbox.unreachable, 0",
        "greeting, hangs up, DOWN, crm.outbox.unreachable, 0",
        "greeting, 554 not you, DOWN, crm.outbox.unreachable, 0",
        "EHLO, '', DOWN, crm.outbox.unreachable, 0",
        "MAIL, '', DOWN, crm.outbox.unreachable, 0",
        "MAIL, hangs up, DOWN, crm.outbox.unreachable, 0",
        "MAIL, 550 no such sender, DOWN, crm.outbox.login-refused, 550",
        "MAIL, 530 sign in first, DOWN, crm.outbox.login-refused, 530",
        "RCPT, '', DOWN, crm.outbox.unreachable, 0",
        "RCPT, 421 closing, DOWN, crm.outbox.unreachable, 421",
        "RCPT, 450 greylisted, LATER, crm.outbox.deferred, 450",
        "RCPT, 550 no such user, NEVER, crm.outbox.refused, 550",
        "DATA, 451 later, LATER, crm.outbox.deferred, 451",
        "DATA, 554 never, NEVER, crm.outbox.refused, 554",
        "DATA, '', UNCERTAIN, crm.outbox.uncertain, 0",
        "content, 451 later, LATER, crm.outbox.deferred, 451",
        "content, 552 too large, NEVER, crm.outbox.refused, 552",
        "content, '', UNCERTAIN, crm.outbox.uncertain, 0",
        "content, hangs up, UNCERTAIN, crm.outbox.uncertain, 0",
        "content, garbage, UNCERTAIN, crm.outbox.uncertain, 0"
    })
    void tellsWhatFollowsFromARefusal(String point, String answer, Fault fault, String code, int reply)
            throws IOException {
        try (var server = new ScriptedMailServer(point, answer)) {
            Undelivered refusal = refusal(settings(server.port()));

            assertThat(refusal.fault()).isEqualTo(fault);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.reply()).isEqualTo(reply);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "QUIT, ''", "QUIT, hangs up", "QUIT, 500 what"})
    void isSentOnceTheContentIsTaken(String point, String answer) throws IOException {
        try (var server = new ScriptedMailServer(point, answer)) {
            assertThatCode(() ->
                            mail(settings(server.port()), "ann@acme.example").send(session))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void waitsForAServerThatIsNotThere() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(refusal(settings(port)).code()).isEqualTo("crm.outbox.unreachable");
    }

    /** By hand, because Keycloak signs in with the help of its trust store. */
    @Test
    void waitsForSomebodyWhoMendsThePassword() throws EmailException {
        var refused = new AuthenticationFailedException("535 wrong");
        refused.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.keycloak.email.PasswordAuthEmailAuthenticator", "connect", null, 1)
        });
        use(new EmailException("x", new EmailException("y", refused)));

        assertThat(refusal(settings(1)).code()).isEqualTo("crm.outbox.login-refused");
    }

    @Test
    void waitsForAMailServerToBeSetUp() {
        assertThat(refusal(Map.of()).code()).isEqualTo("crm.outbox.no-mail-server");
    }

    @Test
    void waitsForSomebodyWhoMendsTheSender() {
        Map<String, String> settings = settings(1);
        settings.put("from", "nobody at all");

        assertThat(refusal(settings).code()).isEqualTo("crm.outbox.mail-settings");
    }

    @Test
    void givesUpAnAddressThatIsNone() {
        Undelivered refusal = catchThrowableOfType(
                Undelivered.class, () -> mail(settings(1), "ann at acme").send(session));

        assertThat(refusal.fault()).isEqualTo(Fault.NEVER);
        assertThat(refusal.code()).isEqualTo("crm.outbox.address-invalid");
    }

    @Test
    void isUncertainOfASenderItDoesNotKnow() throws EmailException {
        use(new EmailException("the provider's interface timed out", new IOException()));

        assertThat(refusal(settings(1)).fault()).isEqualTo(Fault.UNCERTAIN);
    }

    @Test
    void saysNothingOfWhatItHolds() {
        assertThat(mail(settings(1), "ann@acme.example")).hasToString("Mail");
    }

    /** A sender that fails like this. */
    private void use(EmailException failure) throws EmailException {
        EmailSenderProvider other = mock();
        doThrow(failure).when(other).send(any(), anyString(), any(), any(), any());
        when(session.getProvider(EmailSenderProvider.class)).thenReturn(other);
    }

    private Undelivered refusal(Map<String, String> settings) {
        return catchThrowableOfType(
                Undelivered.class, () -> mail(settings, "ann@acme.example").send(session));
    }

    private static Mail mail(Map<String, String> settings, String address) {
        return new Mail(settings, address, "Welcome", "text", "<p>html</p>");
    }

    private static Map<String, String> settings(int port) {
        return new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", Integer.toString(port), "from", "crm@acme.example", "timeout", "200"));
    }
}
