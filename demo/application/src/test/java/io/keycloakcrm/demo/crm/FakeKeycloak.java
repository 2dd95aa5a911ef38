package io.keycloakcrm.demo.crm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.util.UriComponentsBuilder;

/** The few endpoints of Keycloak that the application talks to, with people and claims made for tests. */
final class FakeKeycloak implements AutoCloseable {

    static final String SECRET = "secret-of-the-test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROTOCOL = "/realms/crm/protocol/openid-connect";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Login> codes = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, TestPerson> people = new ConcurrentHashMap<>();
    private final AtomicInteger departmentRequests = new AtomicInteger();
    private volatile int tokenSeconds = 300;

    private record Login(String person, String nonce, String challenge) {}

    FakeKeycloak() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048)
                .keyID("key")
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/realms/crm/.well-known/openid-configuration", exchange -> configuration());
        answer(PROTOCOL + "/certs", exchange -> new JWKSet(key).toJSONObject());
        answer(PROTOCOL + "/token", this::token);
        answer(PROTOCOL + "/userinfo", exchange -> person(exchange).claims());
        answer("/realms/crm/crm/access", this::departments);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/crm";
    }

    /** What the login page would do: a code for the person who signed in. */
    String signIn(String authorizationRequest, TestPerson person) {
        var query =
                UriComponentsBuilder.fromUriString(authorizationRequest).build().getQueryParams();
        if (!"S256".equals(query.getFirst("code_challenge_method"))) {
            throw new IllegalArgumentException("no proof key in " + authorizationRequest);
        }
        set(person);
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Login(
                        person.id(),
                        String.valueOf(query.getFirst("nonce")),
                        String.valueOf(query.getFirst("code_challenge"))));
        return code;
    }

    /** From now on userinfo says this about the person. */
    void set(TestPerson person) {
        people.put(person.id(), person);
    }

    /** From now on nobody gets a token for the person. */
    void remove(TestPerson person) {
        people.remove(person.id());
    }

    /** Life of the tokens from now on; less than the clock skew and each is taken for expired at once. */
    void tokensLive(int seconds) {
        tokenSeconds = seconds;
    }

    int departmentRequests() {
        return departmentRequests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> configuration() {
        String protocol = issuer().replace("/realms/crm", PROTOCOL);
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", protocol + "/auth",
                "token_endpoint", protocol + "/token",
                "userinfo_endpoint", protocol + "/userinfo",
                "jwks_uri", protocol + "/certs",
                "end_session_endpoint", protocol + "/logout",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Map<String, Object> token(HttpExchange exchange) throws IOException, JOSEException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = UriComponentsBuilder.fromUriString("?" + body).build().getQueryParams();
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("crm-app:" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Map.of("error", "unauthorized_client");
        }
        if ("refresh_token".equals(form.getFirst("grant_type"))) {
            return tokens(tokens.getOrDefault(form.getFirst("refresh_token"), ""), "");
        }
        Login login = codes.remove(form.getFirst("code"));
        return login == null || !login.challenge().equals(challenge(String.valueOf(form.getFirst("code_verifier"))))
                ? Map.of("error", "invalid_grant")
                : tokens(login.person(), login.nonce());
    }

    private Map<String, Object> tokens(String id, String nonce) throws JOSEException {
        TestPerson person = people.get(id);
        if (person == null) {
            return Map.of("error", "invalid_grant");
        }
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("token_type", "Bearer", "expires_in", tokenSeconds));
        for (String kind : List.of("access_token", "refresh_token")) {
            String token = UUID.randomUUID().toString();
            tokens.put(token, id);
            answer.put(kind, token);
        }
        if (!nonce.isEmpty()) {
            answer.put("id_token", idToken(person, nonce));
        }
        return answer;
    }

    private String idToken(TestPerson person, String nonce) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(person.id())
                .audience("crm-app")
                .claim("nonce", nonce)
                .claim("name", person.claims().get("name"))
                .claim("locale", person.claims().get("locale"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private TestPerson person(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        TestPerson person = Objects.requireNonNull(people.get(tokens.get(bearer)));
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("sub", person.id()));
        claims.putAll(person.claims());
        return new TestPerson(person.id(), claims);
    }

    private Map<String, Object> departments(HttpExchange exchange) {
        departmentRequests.incrementAndGet();
        return Map.of("sub", person(exchange).id(), "crm_departments", List.of(List.of("d-east", "d-shanghai")));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Endpoint {
        Map<String, Object> answer(HttpExchange exchange) throws IOException, JOSEException;
    }

    private void answer(String path, Endpoint endpoint) {
        server.createContext(path, exchange -> {
            try (exchange) {
                Map<String, Object> answer = endpoint.answer(exchange);
                byte[] json = JSON.writeValueAsBytes(answer);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.containsKey("error") ? 400 : 200, json.length);
                exchange.getResponseBody().write(json);
            } catch (JOSEException e) {
                throw new IOException(e);
            }
        });
    }
}
