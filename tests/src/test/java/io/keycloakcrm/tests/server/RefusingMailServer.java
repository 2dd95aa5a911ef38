package io.keycloakcrm.tests.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server to which nobody is known: it refuses each recipient for good, or says nothing at all. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger recipients = new AtomicInteger();
    private final boolean silent;

    private RefusingMailServer(boolean silent) {
        this.silent = silent;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    public static RefusingMailServer started() {
        return new RefusingMailServer(false);
    }

    /** Accepts connections and never greets. */
    public static RefusingMailServer silent() {
        return new RefusingMailServer(true);
    }

    public Map<String, String> settings() {
        return MailServer.settings(socket.getLocalPort());
    }

    /** How many recipients it has refused. */
    public int refused() {
        return recipients.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                recipients.incrementAndGet();
                say(client, "550 no such user, see http://127.0.0.1/what-was-in-the-mail");
            } else {
                say(client, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private void say(Socket client, String words) throws IOException {
        if (!silent) {
            client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
