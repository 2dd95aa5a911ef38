package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.Arrays;

/**
 * What the server answered.
 *
 * @param request method and path, for messages
 * @param text the body as UTF-8; empty if there is none
 */
public record ApiResponse(String request, int status, HttpHeaders headers, String text) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Fails with the answer in the message unless the status is one of these. */
    public ApiResponse expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new AssertionError(
                    request + " answered " + status + ", not " + Arrays.toString(statuses) + ": " + text);
        }
        return this;
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body; a missing node if there is none. */
    public JsonNode json() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " answered no JSON: " + text, e);
        }
    }

    /** The stable code of a refusal, empty if there is none. */
    public String code() {
        return json().path("errorMessage").asText();
    }

    /** Last segment of the Location header: the id of what was created. */
    public String createdId() {
        String location = headers.firstValue("Location")
                .orElseThrow(() -> new AssertionError(request + " answered " + status + " without Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
