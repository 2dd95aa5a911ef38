package io.keycloakcrm.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the mapper adds to a token: the same client refreshes with the client scope crm, with the same scope without its mapper
 * crm-access, and without any of it, in turns. Refreshed, not signed in, because the password's hash would hide everything else.
 */
final class TokenIssue implements Scenario {

    private static final String PLAIN = "token-plain";
    private static final String UNMAPPED = "token-unmapped";
    private static final String CRM = "token-crm";
    private static final int TOKENS = 4_000;

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String description() {
        return "a refresh of tokens by the same client for the same person, with the scope crm, with crm but its mapper, and without, in"
                + " turns; median";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public List<Figure> warmUp(Bench bench) {
        long begin = System.nanoTime();
        do {
            run(bench);
        } while (System.nanoTime() - begin
                < TimeUnit.SECONDS.toNanos(bench.options().warmUpSeconds()));
        return List.of();
    }

    @Override
    public List<Figure> run(Bench bench) {
        RealmApi realm = bench.newRealm().api();
        var person = new Person(0);
        String id = realm.post(
                        "crm/staff",
                        Map.of(
                                "username",
                                "seller",
                                "email",
                                "seller@acme.example",
                                "firstName",
                                "Ada",
                                "lastName",
                                "Sales",
                                "roles",
                                person.roles()))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);
        var application = Application.registered(realm, "crm-app", Map.of());
        addUnmappedScope(realm);
        var turns = List.of(
                new Session(PLAIN, application, application.tokens(id, "seller", "openid")),
                new Session(UNMAPPED, application, application.tokens(id, "seller", "openid " + UNMAPPED)),
                new Session(CRM, application, application.tokens(id, "seller", "openid crm")));
        for (int number = 0; number < TOKENS; number++) {
            // Forwards and backwards, from each in turn: none comes more often after the same other, whose aftermath it
            // would pay.
            int step = number % 2 == 0 ? 1 : turns.size() - 1;
            for (int turn = 0; turn < turns.size(); turn++) {
                turns.get((number + turn * step) % turns.size()).refresh(number);
            }
        }
        return turns.stream().map(Session::figure).toList();
    }

    /** The client scope crm once more, for the same client, without the mapper that is measured. */
    private static void addUnmappedScope(RealmApi realm) {
        ObjectNode scope = (ObjectNode) realm.get("client-scopes/" + Application.scopeId(realm, "crm"))
                .expect(200)
                .json();
        scope.put("name", UNMAPPED).remove("id");
        JsonNode all = scope.path("protocolMappers");
        ArrayNode mappers = scope.putArray("protocolMappers");
        for (JsonNode mapper : all) {
            if (!mapper.path("protocolMapper").asText().equals("crm-access")) {
                mappers.add(((ObjectNode) mapper).without("id"));
            }
        }
        String id = realm.post("client-scopes", scope).expect(201).createdId();
        realm.put("clients/" + clientId(realm) + "/optional-client-scopes/" + id, Map.of())
                .expect(204);
    }

    private static String clientId(RealmApi realm) {
        return realm.get("clients?clientId=crm-app")
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    /** Tokens that are renewed again and again. */
    private static final class Session {

        private final String name;
        private final Application application;
        private final double[] millis = new double[TOKENS];
        private JsonNode tokens;

        Session(String name, Application application, JsonNode tokens) {
            this.name = name;
            this.application = application;
            this.tokens = tokens;
        }

        void refresh(int number) {
            long begin = System.nanoTime();
            tokens = application.refreshed(tokens.path("refresh_token").asText());
            millis[number] = (System.nanoTime() - begin) / 1e6;
        }

        Figure figure() {
            Arrays.sort(millis);
            return new Figure(name, Unit.MILLISECONDS, millis[millis.length / 2], millis.length, "");
        }
    }
}
