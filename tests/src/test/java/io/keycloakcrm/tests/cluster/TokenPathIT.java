package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A token costs the database nothing for the claim. Nobody changes anything in this realm once it is set up, as each change makes
 * the nodes read again, some of them later than the next request.
 */
@WithCluster
@Tag("postgres-only")
final class TokenPathIT {

    private static final Variation SQL_IN_LOG = Variation.ofOptions("--log-level-org.hibernate.SQL=debug");
    private static final String CRM = "openid crm";
    private static final int CALLS = 20;

    private final KeycloakCluster cluster;
    private final RealmApi realm;
    private final Application app;
    private final Application narrow;
    private String top = "";
    private String member = "";

    TokenPathIT(KeycloakCluster cluster) throws IOException {
        this.cluster = cluster.up(SQL_IN_LOG);
        this.realm = cluster.node(0).crm().newRealm();
        this.app = Application.registered(realm, "app", Map.of());
        this.narrow = Application.registered(realm, "narrow", Map.of("fullScopeAllowed", false));
    }

    @BeforeAll
    void hire() {
        top = department(Map.of("name", "Sales"));
        for (int i = 0; i < 10; i++) {
            department(Map.of("name", "Team " + i, "parentId", top));
        }
        member = realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                "Mei Lin",
                                "email",
                                "m@acme.example",
                                "department",
                                Map.of("id", top),
                                "roles",
                                List.of("sales-director", "customer-support")))
                .expect(201)
                .createdId();
        Application.welcome(realm, member);
        assertThat(statements())
                .as("statements that hiring took, or none would ever be seen")
                .isNotEmpty();
    }

    private String department(Map<String, String> request) {
        return realm.post("crm/departments", request).expect(201).createdId();
    }

    @Test
    void asksTheDatabaseNothingForATokenWhenWarm() {
        assertThat(statementsOfRefreshes(app, CRM)).hasSameSizeAs(statementsOfRefreshes(app, "openid"));
    }

    @Test
    void asksItNothingForAClientWithoutFullScopeEither() {
        assertThat(statementsOfRefreshes(narrow, CRM)).hasSameSizeAs(statementsOfRefreshes(narrow, "openid"));
    }

    @Test
    void asksItNothingAtAllForUserinfoWhenWarm() {
        String token = tokens(app, CRM).path("access_token").asText();

        assertThat(statementsOf(() -> app.userinfo(token).expect(200))).isEmpty();
    }

    @Test
    void asksItNothingForTheWholeDocument() {
        String token = tokens(app, CRM).path("access_token").asText();

        assertThat(statementsOf(() -> app.access(token).expect(200))).isEmpty();
    }

    private JsonNode tokens(Application application, String scope) {
        return application.tokens(member, "m@acme.example", scope);
    }

    private List<String> statementsOfRefreshes(Application application, String scope) {
        String refreshToken = tokens(application, scope).path("refresh_token").asText();
        return statementsOf(() -> application.refreshed(refreshToken));
    }

    /** After calls that fill the first node's caches, until two in a row cost the same. */
    private List<String> statementsOf(Runnable call) {
        int last = Integer.MAX_VALUE;
        int cost = statementsOfOne(call).size();
        for (int i = 0; i < CALLS && cost != last; i++) {
            last = cost;
            cost = statementsOfOne(call).size();
        }
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            statements.addAll(statementsOfOne(call));
        }
        return statements;
    }

    private List<String> statementsOfOne(Runnable call) {
        int before = statements().size();
        call.run();
        List<String> after = statements();
        return after.subList(before, after.size());
    }

    /**
     * On the threads of requests at the first node. Not those about sessions: Keycloak notes the time of the last refresh in
     * six statements whenever a new second has begun, whatever is in the token.
     */
    private List<String> statements() {
        return cluster.node(0).log().lines().stream()
                .filter(line -> line.contains("[org.hibernate.SQL] (executor-thread-"))
                .filter(line -> !line.contains("OFFLINE_USER_SESSION") && !line.contains("OFFLINE_CLIENT_SESSION"))
                .toList();
    }
}
