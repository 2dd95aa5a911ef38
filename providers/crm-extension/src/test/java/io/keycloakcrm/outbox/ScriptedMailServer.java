package io.keycloakcrm.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A mail server for one conversation, which goes wrong at one point: it answers there what it is told to, or says nothing
 * more, or hangs up.
 */
final class ScriptedMailServer implements AutoCloseable {

    static final String SILENCE = "";
    static final String HANGS_UP = "hangs up";

    /** In place of a command: the moment after the content. */
    static final String CONTENT = "content";

    static final String GREETING = "greeting";

    private final ServerSocket socket;
    private final String point;
    private final String answer;

    ScriptedMailServer(String point, String answer) throws IOException {
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.point = point;
        this.answer = answer;
        var thread = new Thread(this::converse, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void converse() {
        try (Socket client = socket.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            boolean goesOn = say(client, GREETING, "220 ready");
            boolean inContent = false;
            for (String line = in.readLine(); goesOn && line != null; line = in.readLine()) {
                if (inContent) {
                    inContent = !line.equals(".");
                    goesOn = inContent || say(client, CONTENT, "250 taken");
                } else {
                    String command = line.split("[ :]", 2)[0];
                    goesOn = say(client, command, usual(command));
                    inContent = command.equals("DATA") && !point.equals("DATA");
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String usual(String command) {
        return Map.of("DATA", "354 go on", "QUIT", "221 bye").getOrDefault(command, "250 ok");
    }

    private boolean say(Socket client, String where, String usual) throws IOException {
        String words = where.equals(point) ? answer : usual;
        if (words.equals(HANGS_UP)) {
            return false;
        }
        if (!words.equals(SILENCE)) {
            client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
