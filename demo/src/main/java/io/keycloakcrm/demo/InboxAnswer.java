package io.keycloakcrm.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One HTTP answer of the inbox with the strictest content security policy its content can live with. */
record InboxAnswer(int status, String contentType, String policy, String body) {

    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String PAGE = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    /** No script, no form, no request to anywhere: mails carry their pictures inline or not at all. */
    private static final String LETTER = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

    private static final String HTML = "text/html; charset=utf-8";

    static InboxAnswer page(String html) {
        return new InboxAnswer(200, HTML, PAGE, html);
    }

    static InboxAnswer sandboxed(String html) {
        return new InboxAnswer(200, HTML, LETTER, html);
    }

    static InboxAnswer notFound(String html) {
        return new InboxAnswer(404, HTML, PAGE, html);
    }

    static InboxAnswer style(String css) {
        return new InboxAnswer(200, "text/css; charset=utf-8", NOTHING, css);
    }

    static InboxAnswer json(String json) {
        return new InboxAnswer(200, "application/json", NOTHING, json);
    }

    static InboxAnswer seeInbox() {
        return new InboxAnswer(303, "", NOTHING, "");
    }

    static InboxAnswer done() {
        return new InboxAnswer(204, "", NOTHING, "");
    }

    static InboxAnswer refused() {
        return new InboxAnswer(403, "text/plain; charset=utf-8", NOTHING, "Open the inbox by its own address.");
    }

    void send(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        if (!contentType.isEmpty()) {
            headers.set("Content-Type", contentType);
        }
        if (status == 303) {
            headers.set("Location", "/");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
