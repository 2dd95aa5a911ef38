package io.keycloakcrm.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.ClusterNode.Variation;
import io.keycloakcrm.tests.server.KeycloakCluster;
import io.keycloakcrm.tests.server.WithCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes remember claims, and yet a change on one of them shows in the next token of either. */
@WithCluster
@Tag("postgres-only")
final class ClaimClusterIT {

    private static final int ROUNDS = 10;

    /** After which nodes trust that nothing a claim was read from has changed, until they hear of a change. */
    private static final Duration REST = Duration.ofSeconds(24);

    private final KeycloakCluster cluster;
    private final RealmApi realm;
    private final Application app;
    private String top = "";
    private String member = "";

    ClaimClusterIT(KeycloakCluster cluster) throws IOException {
        this.cluster = cluster.up(Variation.NONE);
        this.realm = cluster.node(0).crm().newRealm();
        this.app = Application.registered(realm, "app", Map.of());
    }

    @BeforeAll
    void hire() {
        top = realm.post("crm/departments", Map.of("name", "Sales")).expect(201).createdId();
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
    }

    @Test
    void showsTheNewScopeOfARoleInTheNextTokenOfEitherNode() {
        hold("moving", "self");
        for (int round = 0; round < ROUNDS; round++) {
            String region = "r" + round;
            rescope(realmAt(round), "moving", "custom;regions=" + region);

            for (int node = 0; node < 2; node++) {
                assertThat(claim(node).path("data_scopes").path("lead").toString())
                        .as("round %d, node %d", round, node)
                        .contains(region);
            }
        }
    }

    @Test
    void showsAChangedTreeInTheNextTokenOfEitherNode() {
        for (int round = 0; round < ROUNDS; round++) {
            RealmApi changed = realmAt(round);
            String added = changed.post("groups/" + top + "/children", Map.of("name", "New " + round))
                    .expect(201)
                    .createdId();
            assertThat(departments(0)).contains(added).isEqualTo(departments(1));

            changed.put("crm/departments/" + top, Map.of("name", "Sales " + round))
                    .expect(200);
            for (int node = 0; node < 2; node++) {
                assertThat(claim(node).path("department").path("path").asText()).isEqualTo("Sales " + round);
            }

            changed.delete("groups/" + added).expect(204);
            assertThat(departments(0)).doesNotContain(added).isEqualTo(departments(1));
        }
    }

    @Test
    void showsAChangeAfterALongRestToo() {
        hold("rested", "custom;regions=yesterday");
        letRest();

        rescope(realmAt(1), "rested", "custom;regions=today");

        for (int node = 0; node < 2; node++) {
            assertThat(claim(node).toString()).as("node %d", node).contains("today");
        }
    }

    @Test
    void showsWhatSqlChangedOnceTheRealmCacheIsCleared() {
        hold("written-past", "custom;regions=before");
        letRest();

        new Sql(cluster)
                .run("update ROLE_ATTRIBUTE set VALUE = 'custom;regions=after' where VALUE = 'custom;regions=before'");
        for (int node = 0; node < 2; node++) {
            assertThat(claim(node).toString())
                    .as("not read from the database at node %d", node)
                    .contains("before");
        }
        realm.post("clear-realm-cache", Map.of()).expect(204);

        for (int node = 0; node < 2; node++) {
            assertThat(claim(node).toString()).as("node %d", node).contains("after");
        }
    }

    /** Gives the member a new role with a scope. */
    private void hold(String role, String scope) {
        realm.post("roles", Map.of("name", role, "attributes", Map.of("crm.scope.lead", List.of(scope))))
                .expect(201);
        realm.post(
                        "users/" + member + "/role-mappings/realm",
                        List.of(realm.get("roles/" + role).json()))
                .expect(204);
    }

    private static void rescope(RealmApi realm, String role, String scope) {
        realm.put("roles/" + role, Map.of("name", role, "attributes", Map.of("crm.scope.lead", List.of(scope))))
                .expect(204);
    }

    private void letRest() {
        long begin = System.nanoTime();
        boolean rested;
        do {
            rested = System.nanoTime() - begin > REST.toNanos();
            for (int node = 0; node < 2; node++) {
                claim(node);
            }
        } while (!rested);
    }

    private RealmApi realmAt(int round) {
        return cluster.node(round % 2).crm().realm(realm.name());
    }

    private JsonNode claim(int node) {
        Application there = app.at(cluster.node(node).crm().admin());
        return new Jwt(there.tokens(member, "m@acme.example", "openid crm")
                        .path("access_token")
                        .asText())
                .claims()
                .path("crm");
    }

    private List<String> departments(int node) {
        List<String> ids = new ArrayList<>();
        for (JsonNode grant : claim(node).path("data_scopes").path("*")) {
            grant.path("departments").forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }
}
