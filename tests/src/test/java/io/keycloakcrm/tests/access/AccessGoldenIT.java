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

/** What {@code golden/access.md} says of each person is what applications are told, wherever they ask. */
@WithKeycloak
final class AccessGoldenIT {

    private static final GoldenTables TABLES = GoldenTables.read();
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};
    private static final String CLIENT = "sales-app";

    /** Keycloak lets only those introspect a token who are in its audience. */
    private static final Map<String, Object> OWN_AUDIENCE = Map.of(
            "name", "own-audience",
            "protocol", "openid-connect",
            "protocolMapper", "oidc-audience-mapper",
            "config", Map.of("included.client.audience", CLIENT, "access.token.claim", "true"));

    private final GoldenRealm realm;
    private final Application application;
    private final GoldenCustomers customers;
    private final Connection database;

    AccessGoldenIT(Crm crm) throws SQLException {
        this.realm = GoldenRealm.made(crm.newRealm(), TABLES, people());
        this.application = Application.registered(
                realm.api(), CLIENT, Map.of("fullScopeAllowed", false, "protocolMappers", List.of(OWN_AUDIENCE)));
        this.customers = GoldenCustomers.of(TABLES, realm);
        this.database = DriverManager.getConnection("jdbc:h2:mem:customers");
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
            assertThat(customers.allowed(access, operation))
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

    private JsonNode tokens(GoldenPerson person) {
        return application.tokens(realm.userId(person.name()), person.name(), "openid crm");
    }
}
