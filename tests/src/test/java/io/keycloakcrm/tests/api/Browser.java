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
    private static final Pattern FORM = Pattern.compile("<form[^>]* method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final int MAX_REDIRECTS = 20;

    private final Map<String, String> cookies = new HashMap<>();

    /** Opens a page. */
    public Page open(URI address) {
        return follow(address, Http.send(request(address).GET()));
    }

    /** Asks for a page and stays, wherever it sends the browser. */
    public ApiResponse ask(String method, URI address, Map<String, String> headers) {
        var request = request(address).method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::setHeader);
        return keep(Http.send(request));
    }

    /** Sends fields and stays, wherever that sends the browser. */
    public ApiResponse post(URI address, Map<String, String> fields, Map<String, String> headers) {
        var request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Query.of(fields)));
        headers.forEach(request::setHeader);
        return keep(Http.send(request));
    }

    /** Becomes somebody else by an administrator's right to do so. */
    public void impersonate(RealmApi realm, String userId) {
        keep(realm.post("users/" + userId + "/impersonation", Map.of()).expect(200));
    }

    /** What a cookie says; empty if there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Presses the button of a page as it is: fields keep what the page has put into them. */
    public Page press(Page page) {
        return press(page, Map.of());
    }

    /** The same with fields that the person fills in. */
    public Page press(Page page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fieldsOf(page.text()));
        all.putAll(fields);
        return submit(page, all);
    }

    private static Map<String, String> fieldsOf(String text) {
        Matcher form = FORM.matcher(text);
        Map<String, String> fields = new HashMap<>();
        if (form.find()) {
            Matcher input = INPUT.matcher(form.group());
            while (input.find()) {
                Matcher name = NAME.matcher(input.group());
                Matcher value = VALUE.matcher(input.group());
                if (name.find()) {
                    fields.put(name.group(1), value.find() ? value.group(1) : "");
                }
            }
        }
        return fields;
    }

    /** Sends the form of a page, with whatever fields the person puts into it. */
    public Page submit(Page page, Map<String, String> fields) {
        URI action = actionOf(page);
        return follow(
                action,
                Http.send(request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Query.of(fields)))));
    }

    /** Where the form of a page goes; to the page itself if it does not say. */
    private static URI actionOf(Page page) {
        Matcher action = FORM_ACTION.matcher(page.text());
        if (action.find()) {
            return page.address().resolve(action.group(1).replace("&amp;", "&"));
        }
        if (!FORM.matcher(page.text()).find()) {
            throw new AssertionError("no form at " + page.address() + ": " + page.text());
        }
        return page.address();
    }

    private Page follow(URI address, ApiResponse answer) {
        URI at = address;
        ApiResponse last = keep(answer);
        for (int i = 0; i < MAX_REDIRECTS && last.status() >= 300 && last.status() < 400; i++) {
            at = at.resolve(last.headers().firstValue("Location").orElseThrow());
            if (at.toString().startsWith(APPLICATION)) {
                return new Page(at, 0, "");
            }
            last = keep(Http.send(request(at).GET()));
        }
        return new Page(at, last.status(), last.text());
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
     * @param status of the answer; zero at the application
     * @param text empty where the server has sent the person on to the application
     */
    public record Page(URI address, int status, String text) {

        public boolean isApplication() {
            return address.toString().startsWith(APPLICATION);
        }
    }
}
