package io.keycloakcrm.tests.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** An SMTP server that takes every mail and keeps it; down until it is started. */
public final class MailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final int port;

    private MailServer(int port) {
        this.port = port;
        this.server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
    }

    /** At a port where nobody listens yet. */
    public static MailServer down() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new MailServer(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MailServer started() {
        MailServer server = down();
        server.start();
        return server;
    }

    public void start() {
        server.start();
    }

    /** What a realm needs to know to send by this server. */
    public Map<String, String> settings() {
        return settings(port);
    }

    static Map<String, String> settings(int port) {
        return Map.of("host", HOST, "port", Integer.toString(port), "from", "crm@acme.example");
    }

    /** Of all mails, in the order in which they came. */
    public List<String> subjects() {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::subject)
                .toList();
    }

    /** All mails to an address, in the order in which they came. */
    public List<ReceivedMail> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(ReceivedMail::of)
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    /** Of all mails. */
    public List<String> recipients() {
        return Arrays.stream(server.getReceivedMessages())
                .map(ReceivedMail::of)
                .flatMap(mail -> mail.to().stream())
                .toList();
    }

    /** Waits for the n-th mail to an address, from 1. */
    public ReceivedMail awaitMail(String address, int number) {
        return Awaitility.await("mail " + number + " to " + address)
                .atMost(Duration.ofSeconds(60))
                .until(() -> mailsTo(address), mails -> mails.size() >= number)
                .get(number - 1);
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
