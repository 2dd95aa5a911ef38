package io.keycloakcrm.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.clients.customers.CustomersApi;
import io.keycloakcrm.tests.clients.portal.Portal;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A client on Spring Security signs people in, and a resource server on it answers what the claim in their tokens allows. */
@WithKeycloak
final class SpringClientsIT {

    private static final String CRM = "openid crm";
    private static final String CALLBACK = "http://127.0.0.1/login/oauth2/code/keycloak";

    private final SalesRealm sales;
    private final Application script;
    private final SpringProgram customers;
    private final SpringProgram portal;

    SpringClientsIT(Crm crm) {
        this.sales = new SalesRealm(crm);
        this.script = Application.registered(sales.api(), "script", Map.of("fullScopeAllowed", false));
        this.customers = SpringProgram.started(
                CustomersApi.class,
                Map.of(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri", sales.issuer(),
                        "spring.security.oauth2.resourceserver.jwt.audiences", "crm",
                        "spring.datasource.url", "jdbc:h2:mem:customers"));
        this.portal = SpringProgram.started(Portal.class, portalSettings());
    }

    private Map<String, Object> portalSettings() {
        String client = "spring.security.oauth2.client.";
        return Map.of(
                client + "provider.keycloak.issuer-uri",
                sales.issuer(),
                client + "registration.keycloak.client-id",
                "portal",
                client + "registration.keycloak.client-secret",
                sales.application("portal", CALLBACK).secret(),
                client + "registration.keycloak.scope",
                "openid, profile, crm",
                "spring.autoconfigure.exclude",
                "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
                "portal.api",
                customers.url(""));
    }

    @BeforeAll
    void enterCustomers() {
        JdbcTemplate database = customers.context().getBean(JdbcTemplate.class);
        database.execute("CREATE TABLE customer (name VARCHAR(20), owner_id VARCHAR(36), department_id VARCHAR(36),"
                + " region VARCHAR(20), note VARCHAR(100))");
        sales.customers()
                .forEach((name, record) -> database.update(
                        "INSERT INTO customer VALUES (?, ?, ?, ?, NULL)",
                        name,
                        record.owner(),
                        record.department(),
                        record.region()));
    }

    @AfterAll
    void stop() {
        portal.close();
        customers.close();
    }

    @Test
    void aSellerSeesTheOwnCustomersAndNoMore() {
        assertThat(shown("seller", "/customers")).isEqualTo("[\"Qinghe\",\"Xiling\"]");
    }

    @Test
    void supportSeesAll() {
        assertThat(shown("helper", "/customers"))
                .isEqualTo("[\"Beishan\",\"Donghai\",\"Nobody\",\"Qinghe\",\"Xiling\"]");
    }

    @Test
    void aDirectorSeesTheDepartmentsThatDidNotFitIntoTheToken() {
        assertThat(shown("director", "/customers")).isEqualTo("[\"Beishan\",\"Donghai\",\"Qinghe\"]");
        assertThat(shown("director", "/export")).isEqualTo("[\"Beishan\",\"Donghai\",\"Qinghe\"]");
    }

    @Test
    void refusesWhatIsNotPermitted() {
        assertThat(shown("seller", "/export")).isEqualTo("403");
    }

    @Test
    void changesWhatIsInReachForEditing() {
        assertThat(annotated("helper", "Xiling")).isEqualTo(204);
        assertThat(annotated("seller", "Qinghe")).isEqualTo(204);
    }

    @Test
    void refusesToChangeWhatMayOnlyBeSeen() {
        assertThat(annotated("helper", "Qinghe")).isEqualTo(403);
    }

    @Test
    void knowsNothingOfWhatIsOutOfReach() {
        assertThat(annotated("seller", "Donghai")).isEqualTo(404);
        assertThat(annotated("seller", "No such")).isEqualTo(404);
    }

    @Test
    void challengesWhoShowsNoToken() {
        ApiResponse answer = listed("");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refusesATokenForAnotherAudience() {
        JsonNode tokens = tokens(script, "openid");

        assertRefused(listed(tokens.path("access_token").asText()));
        assertRefused(listed(tokens.path("id_token").asText()));
    }

    @Test
    void refusesATokenWhoseRightsWereChanged() {
        String[] parts = accessToken("seller").split("\\.", -1);
        String[] others = accessToken("director").split("\\.", -1);

        assertRefused(listed(parts[0] + "." + others[1] + "." + parts[2]));
    }

    /** Keycloak puts {@code crm} into the audience of a client with full scope whose bearer has a permission there. */
    @Test
    void refusesATokenForTheCrmThatHoldsNoClaim() {
        Application full = Application.registered(sales.api(), "full", Map.of());

        assertThat(listed(tokens(full, "openid").path("access_token").asText()).status())
                .isEqualTo(403);
    }

    /** What the portal shows to somebody who signs in there. */
    private String shown(String person, String page) {
        return sales.signIn(new Browser(), portal.url(page), person).text();
    }

    private int annotated(String person, String customer) {
        return api(accessToken(person))
                .put("/customers/" + customer.replace(" ", "%20") + "/note", "called")
                .status();
    }

    private ApiResponse listed(String token) {
        return api(token).get("/customers");
    }

    private ApiClient api(String token) {
        return new ApiClient(customers.url("/"), () -> token);
    }

    private String accessToken(String person) {
        return script.tokens(sales.id(person), SalesRealm.email(person), CRM)
                .path("access_token")
                .asText();
    }

    private JsonNode tokens(Application application, String scope) {
        return application.tokens(sales.id("seller"), SalesRealm.email("seller"), scope);
    }

    private static void assertRefused(ApiResponse answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("error=\"invalid_token\""));
    }
}
