package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.outbox.Undelivered;
import io.keycloakcrm.outbox.Undelivered.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;
import org.keycloak.vault.VaultStringSecret;

/**
 * Posts {@code {"type":"crm.sms","timestamp":…,"data":{"to":…,"text":…}}} and signs it after Standard Webhooks. Follows
 * no redirects: the answer is the gateway's own, or none.
 */
record HttpSmsSender(KeycloakSession session, HttpGateway gateway) implements SmsSender {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Override
    public void send(String number, String text) throws Undelivered {
        HttpRequest request = request(key(), number, text);
        try {
            judge(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw new Undelivered(Fault.DOWN, "crm.sms.gateway-away", 0);
        } catch (IOException e) {
            throw new Undelivered(Fault.UNCERTAIN, "crm.sms.uncertain", 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered(Fault.UNCERTAIN, "crm.sms.uncertain", 0);
        }
    }

    private SigningKey key() {
        if (!HttpGateway.inVault(gateway.secret())) {
            return SigningKey.of(gateway.secret());
        }
        try (VaultStringSecret secret = session.vault().getStringSecret(gateway.secret())) {
            return SigningKey.of(secret.get().orElse(""));
        }
    }

    private HttpRequest request(SigningKey key, String number, String text) {
        String id = "msg_" + UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String body = body(now, number, text);
        return HttpRequest.newBuilder(gateway.url())
                .timeout(gateway.timeout())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", key.sign(id, now.getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String body(Instant now, String number, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "crm.sms");
        body.put("timestamp", now.toString());
        body.put("data", Map.of("to", number, "text", text));
        try {
            return JsonSerialization.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void judge(int status) throws Undelivered {
        if (status >= 200 && status < 300) {
            return;
        }
        throw switch (status) {
            // What is wrong with the next message too.
            case 401, 403, 404, 429, 502, 503 -> new Undelivered(Fault.DOWN, "crm.sms.gateway-refuses", status);
            case 408, 504 -> new Undelivered(Fault.UNCERTAIN, "crm.sms.uncertain", status);
            default ->
                status >= 500
                        ? new Undelivered(Fault.LATER, "crm.sms.gateway-refuses", status)
                        : new Undelivered(Fault.NEVER, "crm.sms.gateway-refuses", status);
        };
    }
}
