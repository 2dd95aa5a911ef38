package io.keycloakcrm.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mail server's box in a browser, and as JSON for scripts. */
final class Inbox implements AutoCloseable {

    private static final Pattern ONE = Pattern.compile("/(mail|messages)/([0-9]{1,18})(/html)?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MailServer mail;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private Inbox(MailServer mail, HttpServer server) {
        this.mail = mail;
        this.server = server;
    }

    static Inbox start(int port, MailServer mail) throws IOException {
        var inbox = new Inbox(mail, HttpServer.create(Ports.address(port), 0));
        inbox.server.createContext("/", inbox::answer);
        inbox.server.setExecutor(inbox.threads);
        inbox.server.start();
        return inbox;
    }

    URI url() {
        return URI.create("http://" + Ports.HOST + ":" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            InboxAnswer answer = SameSite.allows(exchange) ? route(exchange) : InboxAnswer.refused();
            answer.send(exchange);
        }
    }

    private InboxAnswer route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /" -> InboxAnswer.page(InboxPages.list(mail.letters()));
            case "GET /inbox.css" -> InboxAnswer.style(style());
            case "GET /messages" ->
                InboxAnswer.json(list(exchange.getRequestURI().getQuery()));
            case "POST /delete-all" -> {
                mail.deleteAll();
                yield InboxAnswer.seeInbox();
            }
            case "DELETE /messages" -> {
                mail.deleteAll();
                yield InboxAnswer.done();
            }
            default -> one(exchange.getRequestMethod(), path);
        };
    }

    private InboxAnswer one(String method, String path) throws IOException {
        Matcher match = ONE.matcher(path);
        Optional<Letter> letter = method.equals("GET") && match.matches()
                ? mail.letter(Long.parseLong(match.group(2)))
                : Optional.empty();
        if (letter.isEmpty()) {
            return InboxAnswer.notFound(InboxPages.notFound());
        }
        boolean asJson = match.group(1).equals("messages");
        @Nullable String html = letter.get().html();
        if (match.group(3) == null) {
            return asJson
                    ? InboxAnswer.json(JSON.writeValueAsString(full(letter.get())))
                    : InboxAnswer.page(InboxPages.letter(letter.get()));
        }
        return html == null || asJson
                ? InboxAnswer.notFound(InboxPages.notFound())
                : InboxAnswer.sandboxed(InboxPages.bare(html));
    }

    /** {@code ?to=} keeps the messages whose recipients contain the text. */
    private String list(@Nullable String query) throws IOException {
        String to = query != null && query.startsWith("to=") ? query.substring(3) : "";
        List<Letter> letters = mail.letters().stream()
                .filter(letter -> String.join(",", letter.to()).contains(to))
                .toList();
        var body = JSON.createObjectNode();
        var items = body.putArray("items");
        letters.forEach(letter -> items.add(summary(letter)));
        return JSON.writeValueAsString(body.put("total", letters.size()));
    }

    private static ObjectNode full(Letter letter) {
        var node = summary(letter).put("text", letter.text()).put("html", letter.html());
        letter.attachments().forEach(node.putArray("attachments")::add);
        return node;
    }

    private static ObjectNode summary(Letter letter) {
        var node = JSON.createObjectNode().put("id", letter.id()).put("from", letter.from());
        letter.to().forEach(node.putArray("to")::add);
        return node.put("subject", letter.subject())
                .put("receivedAt", letter.receivedAt().toString());
    }

    private static String style() throws IOException {
        try (@Nullable InputStream css = Inbox.class.getResourceAsStream("inbox.css")) {
            return css == null ? "" : new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
