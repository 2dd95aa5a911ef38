package io.keycloakcrm.invitation.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keycloakcrm.outbox.Undelivered;
import io.keycloakcrm.outbox.Undelivered.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

class HttpSmsSenderTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final List<HttpExchange> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private int answer = 204;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(exchange);
        if (answer == 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer == 0 ? 204 : answer, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void postsWhatTheGatewayCanCheck() throws Exception {
        sender().send("+8613800138000", "123456 is your code");

        HttpExchange request = asked.get(0);
        JsonNode body = JsonSerialization.mapper.readTree(bodies.get(0));
        String id = request.getRequestHeaders().getFirst("webhook-id");
        long timestamp = Long.parseLong(request.getRequestHeaders().getFirst("webhook-timestamp"));
        assertThat(request.getRequestMethod()).isEqualTo("POST");
        assertThat(body.at("/type").asText()).isEqualTo("crm.sms");
        assertThat(body.at("/data/to").asText()).isEqualTo("+8613800138000");
        assertThat(body.at("/data/text").asText()).isEqualTo("123456 is your code");
        assertThat(id).startsWith("msg_");
        assertThat(request.getRequestHeaders().getFirst("webhook-signature"))
                .isEqualTo(SigningKey.of(SECRET).sign(id, timestamp, bodies.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "302, NEVER",
        "400, NEVER",
        "401, DOWN",
        "408, UNCERTAIN",
        "422, NEVER",
        "429, DOWN",
        "500, LATER",
        "503, DOWN",
        "504, UNCERTAIN"
    })
    void saysWhatFollowsFromAnAnswer(int status, Fault fault) {
        answer = status;

        assertThatThrownBy(() -> sender().send("+8613800138000", "text"))
                .isInstanceOfSatisfying(Undelivered.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(fault);
                    assertThat(refused.reply()).isEqualTo(status);
                });
        assertThat(asked).hasSize(1); // a redirect is not followed
    }

    @Test
    void doesNotKnowWhetherWhoeverDoesNotAnswerHasTakenIt() {
        answer = 0;

        assertThatThrownBy(() -> sender(Duration.ofSeconds(2)).send("+8613800138000", "text"))
                .isInstanceOfSatisfying(
                        Undelivered.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.UNCERTAIN));
    }

    @Test
    void waitsForAGatewayThatIsAway() {
        server.stop(0);

        assertThatThrownBy(() -> sender().send("+8613800138000", "text"))
                .isInstanceOfSatisfying(
                        Undelivered.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.DOWN));
    }

    private HttpSmsSender sender() {
        return sender(Duration.ofSeconds(30));
    }

    private HttpSmsSender sender(Duration timeout) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send");
        return new HttpSmsSender(mock(KeycloakSession.class), new HttpGateway(url, SECRET, timeout));
    }
}
