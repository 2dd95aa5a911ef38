package io.keycloakcrm.tests.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The one HTTP client of the suite. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            // HTTP/2 would first ask for an upgrade, which a server may answer after it has refused a large body.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Http() {}

    static ApiResponse send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(Duration.ofMinutes(5)).build();
        try {
            HttpResponse<String> response =
                    CLIENT.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new ApiResponse(
                    built.method() + " " + built.uri().getPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + built.uri(), e);
        }
    }
}
