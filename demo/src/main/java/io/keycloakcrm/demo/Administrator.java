package io.keycloakcrm.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The administrator of the whole demo server, for the one thing the launcher itself must change in a running realm. */
final class Administrator {

    static final String USERNAME = "admin";
    static final String PASSWORD = "admin";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    Administrator(URI server) {
        this.server = server;
    }

    /**
     * Points the realm's mail at the port of this run: a realm that was imported by an earlier run knows an earlier port.
     *
     * @return whether the realm took it; not so where somebody has since changed the administrator's password
     */
    boolean moveMail(String realm, int port) throws IOException, InterruptedException {
        HttpResponse<String> login =
                send(HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=%s&password=%s"
                                .formatted(USERNAME, PASSWORD))));
        if (login.statusCode() != 200) {
            return false;
        }
        String token = JSON.readTree(login.body()).path("access_token").asText();
        return changeMailPort(server.resolve("/admin/realms/" + realm), token, port);
    }

    private boolean changeMailPort(URI realm, String token, int port) throws IOException, InterruptedException {
        String authorization = "Bearer " + token;
        var read = send(HttpRequest.newBuilder(realm).header("Authorization", authorization));
        var change = JSON.createObjectNode();
        change.set("smtpServer", JSON.readTree(read.body()).path("smtpServer"));
        change.withObject("/smtpServer").put("host", Ports.HOST).put("port", String.valueOf(port));
        return send(HttpRequest.newBuilder(realm)
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(change))))
                        .statusCode()
                == 204;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
