package io.keycloakcrm.tests.application;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Follows redirects and keeps cookies. The JDK's cookie store would not do: it sends a secure cookie by https only, while browsers
 * take the loopback address for secure, as Keycloak does.
 */
final class Browser {

    private static final int MOST_REDIRECTS = 10;
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();

    /** Where the redirects ended. */
    record Page(URI address, int status, String text) {

        /** The hidden field that a form of the application has to send. */
        String csrfToken() {
            return found(TOKEN);
        }

        URI action() {
            return address.resolve(found(ACTION).replace("&amp;", "&"));
        }

        private String found(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no " + pattern + " at " + address + " (" + status + "):\n" + text);
            }
            return matcher.group(1);
        }
    }

    Page get(URI address) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(address));
    }

    Page post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Opens the application and fills in Keycloak's login form on the way. */
    Page signIn(URI application, String username, String password) throws IOException, InterruptedException {
        return post(get(application).action(), Map.of("username", username, "password", password));
    }

    private Page follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        HttpResponse<String> response = send(first);
        for (int i = 0; i < MOST_REDIRECTS && response.statusCode() / 100 == 3; i++) {
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(HttpRequest.newBuilder(next));
        }
        return new Page(response.uri(), response.statusCode(), response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.setHeader("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = http.send(
                request.timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }
}
