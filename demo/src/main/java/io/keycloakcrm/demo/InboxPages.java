package io.keycloakcrm.demo;

import static io.keycloakcrm.demo.Html.escape;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The pages of the inbox. They need no script, and whatever a sender wrote reaches them as text only. */
final class InboxPages {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private InboxPages() {}

    static String list(List<Letter> letters) {
        var rows = new StringBuilder();
        letters.stream().limit(SHOWN).forEach(letter -> rows.append(row(letter)));
        String body = letters.isEmpty()
                ? "<p class=\"empty\">No mail yet. What Keycloak sends appears here within seconds.</p>"
                : """
                <table>
                <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Received</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                """.formatted(rows);
        return page(
                "Inbox (%d)".formatted(letters.size()), "<meta http-equiv=\"refresh\" content=\"5\">", """
                <header><h1>Inbox</h1>
                <form method="post" action="/delete-all"><button>Delete all</button></form></header>
                %s
                """.formatted(
                                body));
    }

    static String letter(Letter letter) {
        return page(letter.subject(), "", """
                <p><a href="/">Inbox</a></p>
                <h1>%s</h1>
                <dl>
                <dt>From</dt><dd>%s</dd>
                <dt>To</dt><dd>%s</dd>
                <dt>Received</dt><dd>%s</dd>
                %s</dl>
                %s
                """.formatted(
                        subject(letter),
                        escape(letter.from()),
                        recipients(letter),
                        time(letter.receivedAt()),
                        attachments(letter),
                        content(letter)));
    }

    static String notFound() {
        return page(
                "Not found", "", "<h1>Not found</h1><p>This message is gone. <a href=\"/\">Back to the inbox</a></p>");
    }

    /** The HTML part in a document of its own; its links open beside the inbox, never inside it. */
    static String bare(String html) {
        return "<!doctype html><base target=\"_blank\">" + html;
    }

    private static String row(Letter letter) {
        return """
                <tr><td><a href="/mail/%d">%s</a></td><td>%s</td><td>%s</td></tr>
                """.formatted(letter.id(), subject(letter), recipients(letter), time(letter.receivedAt()));
    }

    private static String content(Letter letter) {
        var content = new StringBuilder();
        if (letter.html() != null) {
            content.append("""
                    <iframe title="Message" src="/mail/%d/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                    """.formatted(letter.id()));
        }
        if (letter.text() != null) {
            content.append("<h2>Plain text</h2><pre>")
                    .append(escape(letter.text()))
                    .append("</pre>");
        }
        return content.isEmpty() ? "<p class=\"empty\">This message has no text.</p>" : content.toString();
    }

    private static String attachments(Letter letter) {
        return letter.attachments().isEmpty()
                ? ""
                : "<dt>Attached</dt><dd>" + escape(String.join(", ", letter.attachments())) + "</dd>\n";
    }

    private static String subject(Letter letter) {
        return letter.subject().isBlank() ? "(no subject)" : escape(letter.subject());
    }

    private static String recipients(Letter letter) {
        return escape(String.join(", ", letter.to()));
    }

    private static String time(Instant instant) {
        return "<time datetime=\"%s\">%s</time>".formatted(instant, TIME.format(instant));
    }

    private static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/inbox.css">
                %s
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), head, body);
    }
}
