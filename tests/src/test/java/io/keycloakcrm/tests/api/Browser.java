package io.keycloakcrm.tests.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person at Keycloak's pages: keeps cookies, follows redirects within the server, and sends forms. */
public final class Browser {

    /** Where pages lead in the end; nothing listens there. */
    public static final String APPLICATION = "http://127.0.0.1:1/app";

    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final int MAX_REDIRECTS = 20;

    private final Map<String, String> cookies = new HashMap<>();

    /** Opens a page. */
    public Page open(URI address) {
        return follow(address, Http.send(request(address).GET()));
    }

    /** Sends the form of a page, with whatever fields the person puts into it. */
    public Page submit(Page page, Map<String, String> fields) {
        Matcher form = FORM_ACTION.matcher(page.text());
        if (!form.find()) {
            throw new AssertionError("no form at " + page.address() + ": " + page.text());
        }
        URI action = page.address().resolve(form.group(1).replace("&amp;", "&"));
        return follow(
                action,
                Http.send(request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Query.of(fields)))));
    }

    private Page follow(URI address, ApiResponse answer) {
        URI at = address;
        ApiResponse last = keep(answer);
        for (int i = 0; i < MAX_REDIRECTS && last.status() >= 300 && last.status() < 400; i++) {
            at = at.resolve(last.headers().firstValue("Location").orElseThrow());
            if (at.toString().startsWith(APPLICATION)) {
                return new Page(at, "");
            }
            last = keep(Http.send(request(at).GET()));
        }
        return new Page(at, last.text());
    }

    // Whatever their attributes say: Keycloak marks them for secure connections, and there is one server.
    private ApiResponse keep(ApiResponse answer) {
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return answer;
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    /**
     * Where the person is.
     *
     * @param text empty where the server has sent the person on to the application
     */
    public record Page(URI address, String text) {

        public boolean isApplication() {
            return address.toString().startsWith(APPLICATION);
        }
    }
}
