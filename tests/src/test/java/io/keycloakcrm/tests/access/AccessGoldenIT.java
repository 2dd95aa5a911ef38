package io.keycloakcrm.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Jwt;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code golden/access.md} says of each person is what applications are told, wherever they ask, and administrators. */
@WithKeycloak
final class AccessGoldenIT {

    private static final GoldenTables TABLES = GoldenTables.read();
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};
    private static final String CLIENT = "sales-app";

    private static final String LIGHT_CLIENT = "light-app";

    /** Its access token is lightweight, so its ID token has the claim. */
    private static final Map<String, Object> CLAIM_IN_ID_TOKEN = mapper(
            "crm-access", Map.of("claim.name", "crm", "id.token.claim", "true", "introspection.token.claim", "true"));

    private static final Map<String, Object> LIGHT = Map.of(
            "attributes", Map.of("client.use.lightweight.access.token.enabled", "true"),
            "protocolMappers", List.of(ownAudience(LIGHT_CLIENT), CLAIM_IN_ID_TOKEN));

    private final GoldenRealm realm;
    private final Application application;
    private final Application light;
    private final GoldenCustomers customers;
    private final Connection database;

    AccessGoldenIT(Crm crm) throws SQLException {
        this.realm = GoldenRealm.made(crm.newRealm(), TABLES, people());
        this.application = Application.registered(
                realm.api(),
                CLIENT,
                Map.of("fullScopeAllowed", false, "protocolMappers", List.of(ownAudience(CLIENT))));
        this.light = Application.registered(realm.api(), LIGHT_CLIENT, LIGHT);
        this.customers = GoldenCustomers.of(TABLES, realm);
        this.database = DriverManager.getConnection("jdbc:h2:mem:customers");
    }

    /** Keycloak lets only those introspect a token who are in its audience. */
    private static Map<String, Object> ownAudience(String client) {
        return mapper(
                "oidc-audience-mapper",
                Map.of(
                        "included.client.audience", client,
                        "access.token.claim", "true",
                        "lightweight.claim", "true",
                        "introspection.token.claim", "true"));
    }

    private static Map<String, Object> mapper(String type, Map<String, String> config) {
        return Map.of("name", "own-" + type, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }

    static List<GoldenPerson> people() {
        return GoldenPerson.all(TABLES);
    }

    @BeforeAll
    void fillTheDatabaseOfTheApplication() throws SQLException {
        customers.insertInto(database, realm.allUserIds());
    }

    @AfterAll
    void closeTheDatabaseOfTheApplication() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("people")
    void reachesExactlyTheCustomersOfTheTable(GoldenPerson person) throws SQLException {
        JsonNode claims = new Jwt(tokens(person).path("access_token").asText()).claims();
        CrmAccess access = CrmAccess.ofToken(new ObjectMapper().convertValue(claims, CLAIMS));

        for (String operation : GoldenPerson.OPERATIONS) {
            Set<String> expected = person.reach(operation, customers.names());
            assertThat(customers.allowed(access.subject(), record -> access.allows("customer", operation, record)))
                    .as(operation + " in memory")
                    .isEqualTo(expected);
            assertThat(customers.selected(database, access, operation))
                    .as(operation + " by SQL")
                    .isEqualTo(expected);
        }
        assertThat(new TreeSet<>(access.claim().permissions().operations().getOrDefault("customer", Set.of())))
                .isEqualTo(person.permissions());
    }

    @ParameterizedTest
    @MethodSource("people")
    void isToldTheSameWhereverAnApplicationAsks(GoldenPerson person) {
        JsonNode tokens = tokens(person);
        String token = tokens.path("access_token").asText();
        JsonNode claim = new Jwt(token).claims().path("crm");

        assertThat(claim.path("v").asInt()).isEqualTo(1);
        assertThat(application.userinfo(token).expect(200).json().path("crm"))
                .as("userinfo")
                .isEqualTo(claim);
        assertThat(application.introspect(token).expect(200).json().path("crm"))
                .as("introspection")
                .isEqualTo(claim);
        assertThat(new Jwt(tokens.path("id_token").asText()).claims().has("crm"))
                .as("ID token")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("people")
    void isToldTheSameWhereTheAccessTokenIsLightweight(GoldenPerson person) {
        JsonNode claim =
                new Jwt(tokens(person).path("access_token").asText()).claims().path("crm");
        JsonNode tokens = tokens(light, person);
        String token = tokens.path("access_token").asText();

        assertThat(new Jwt(token).claims().has("crm")).as("access token").isFalse();
        assertThat(light.introspect(token).expect(200).json().path("crm"))
                .as("introspection")
                .isEqualTo(claim);
        assertThat(new Jwt(tokens.path("id_token").asText()).claims().path("crm"))
                .as("ID token")
                .isEqualTo(claim);
    }

    @ParameterizedTest
    @MethodSource("people")
    void isExplainedAsItIs(GoldenPerson person) {
        var explanation = GoldenExplanation.of(realm, person);

        assertThat(explanation.permissions()).isEqualTo(person.permissions());
        for (String operation : GoldenPerson.OPERATIONS) {
            Set<String> expected = person.reach(operation, customers.names());
            assertThat(customers.allowed(explanation.userId(), record -> explanation.reaches(operation, record)))
                    .as(operation + " by the lines that count")
                    .isEqualTo(expected);
            assertThat(customers.allowed(explanation.userId(), record -> explanation.answers(operation, record)))
                    .as(operation + " by the answers about each customer")
                    .isEqualTo(expected);
        }
    }

    private JsonNode tokens(GoldenPerson person) {
        return tokens(application, person);
    }

    private JsonNode tokens(Application from, GoldenPerson person) {
        return from.tokens(realm.userId(person.name()), person.name(), "openid crm");
    }
}
