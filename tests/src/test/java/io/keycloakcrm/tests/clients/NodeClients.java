package io.keycloakcrm.tests.clients;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.clients.NodePrograms.SignIn;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The application and the resource server of one company, in JavaScript. */
record NodeClients(NodePrograms programs, SalesRealm sales, Application application) {

    /** The real time, for {@link #resourceServer(String, long)}. */
    private static final long NOW = 0;

    /** What the application knows of somebody who has signed in. */
    JsonNode signIn(String person, String scope) throws IOException {
        try (SignIn application = started(scope)) {
            return application.cameBack(sentBack(application, person));
        }
    }

    /** A sign-in that has led as far as to Keycloak's login form. */
    SignIn started(String scope) throws IOException {
        return programs.signIn(Map.of(
                "issuer",
                sales.issuer().toString(),
                "clientId",
                application.clientId(),
                "clientSecret",
                application.secret(),
                "redirectUri",
                Browser.APPLICATION,
                "scope",
                scope));
    }

    /** Where Keycloak sends the browser after the login. */
    URI sentBack(SignIn application, String person) {
        return sales.signIn(new Browser(), application.authorization(), person).address();
    }

    /** What the resource server finds for the bearer of this token. */
    JsonNode resourceServer(String token) throws IOException {
        return resourceServer(token, NOW);
    }

    /** @param now what its clock says, in seconds since 1970 */
    JsonNode resourceServer(String token, long now) throws IOException {
        return programs.resourceServer(
                Map.of("issuer", sales.issuer().toString(), "token", token, "customers", customers(), "now", now));
    }

    private List<Map<String, String>> customers() {
        List<Map<String, String>> customers = new ArrayList<>();
        sales.customers().forEach((name, record) -> {
            Map<String, String> customer = new HashMap<>(Map.of("name", name));
            customer.put("owner", record.owner());
            customer.put("department", record.department());
            customer.put("region", record.region());
            customers.add(customer);
        });
        return customers;
    }
}
