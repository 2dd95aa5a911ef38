package io.keycloakcrm.demo.crm;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** What came back. */
record Page(int status, String text, MockHttpServletResponse response) {

    private static final Pattern CUSTOMER = Pattern.compile("<a href=\"/customers/(\\d+)\">");

    String redirect() {
        return Objects.requireNonNull(response.getRedirectedUrl(), () -> "no redirect but " + status);
    }

    boolean links(String path) {
        return text.contains("href=\"" + path);
    }

    boolean sends(String path) {
        return text.contains("action=\"" + path + "\"");
    }

    /** The ids of the customers that a list shows. */
    List<Long> customers() {
        return CUSTOMER.matcher(text)
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .toList();
    }

    static String parameter(String uri, String name) {
        return Objects.requireNonNull(
                UriComponentsBuilder.fromUriString(uri).build().getQueryParams().getFirst(name));
    }
}
