package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes every mail, counts it when it is whole, and keeps none. */
final class MailSink implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final SMTPServer server;

    private MailSink() {
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Taken::new)
                .build();
    }

    static MailSink started() {
        var sink = new MailSink();
        sink.server.start();
        return sink;
    }

    /** What a realm needs to know to send by this server. */
    Map<String, String> settings() {
        return Map.of("host", HOST, "port", String.valueOf(server.getPortAllocated()), "from", "crm@acme.example");
    }

    int mails() {
        return mails.get();
    }

    /** How large the mails were, all together. */
    long bytes() {
        return bytes.get();
    }

    /** From the end of the first mail to the end of the last. */
    Duration span() {
        return Duration.ofNanos(last.get() - first.get());
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Taken implements MessageHandler {

        @SuppressWarnings("UnusedVariable") // the library hands it over
        Taken(MessageContext context) {}

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public String data(InputStream content) throws IOException {
            bytes.addAndGet(content.transferTo(OutputStream.nullOutputStream()));
            long now = System.nanoTime();
            first.compareAndSet(0, now);
            last.set(now);
            mails.incrementAndGet();
            return "taken";
        }

        @Override
        public void done() {}
    }
}
