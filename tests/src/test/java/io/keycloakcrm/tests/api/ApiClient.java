package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/** One caller of one server; paths begin with a slash and carry their query. */
public final class ApiClient {

    private final URI server;
    private final Supplier<String> bearer;

    /** @param bearer the token to show; none if empty */
    public ApiClient(URI server, Supplier<String> bearer) {
        this.server = server;
        this.bearer = bearer;
    }

    public URI server() {
        return server;
    }

    public ApiResponse get(String path) {
        return Http.send(request(path).GET());
    }

    public ApiResponse get(String path, String accept) {
        return Http.send(request(path).header("Accept", accept).GET());
    }

    /** As a browser asks for a page of another origin. */
    public ApiResponse getFrom(String path, String origin) {
        return Http.send(request(path).header("Origin", origin).GET());
    }

    public ApiResponse post(String path, Object body) {
        return Http.send(
                request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    /** A call that may be repeated without making things twice. */
    public ApiResponse post(String path, Object body, String idempotencyKey) {
        return Http.send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(json(body)));
    }

    /** The same with a header that a proxy, or somebody who pretends to be one, may have set. */
    public ApiResponse postWith(String header, String value, String path, Object body) {
        return Http.send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(json(body)));
    }

    public ApiResponse put(String path, Object body) {
        return Http.send(
                request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    public ApiResponse delete(String path) {
        return Http.send(request(path).DELETE());
    }

    /** DELETE with a body, as Keycloak takes a role away. */
    public ApiResponse delete(String path, Object body) {
        return Http.send(
                request(path).header("Content-Type", "application/json").method("DELETE", json(body)));
    }

    /** The content as it is, for instance one part of an upload. */
    public ApiResponse putBytes(String path, byte[] content) {
        return Http.send(request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content)));
    }

    /** The content with its digest as in RFC 9530. */
    public ApiResponse putBytes(String path, byte[] content, String contentDigest) {
        return Http.send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Content-Digest", contentDigest)
                .PUT(BodyPublishers.ofByteArray(content)));
    }

    /** {@code multipart/form-data} with the one part {@code file}. */
    public ApiResponse upload(String path, String fileName, byte[] content) {
        var form = new MultipartFile(fileName, content);
        return Http.send(
                request(path).header("Content-Type", form.contentType()).POST(BodyPublishers.ofByteArray(form.body())));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path));
        String token = bearer.get();
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(ApiResponse.JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
