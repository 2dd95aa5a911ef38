package io.keycloakcrm.tests.clients;

import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A sales department of so many teams that its director's claim does not hold them all, with a seller in its east and support beside
 * it, and the customers that applications have.
 */
final class SalesRealm {

    /** Each department in a list takes 39 bytes, and the claim ends at 4096. */
    private static final int TEAMS = 100;

    private final RealmApi realm;
    private final URI issuer;
    private final String east;
    private final String support;
    private final List<String> sales = new ArrayList<>();
    private final Map<String, String> ids = new TreeMap<>();

    SalesRealm(Crm crm) {
        this.realm = crm.newRealm();
        this.issuer = crm.url().resolve("/realms/" + realm.name());
        String top = department(Map.of("name", "Sales"));
        this.east = department(Map.of("name", "East", "parentId", top));
        String north = department(Map.of("name", "North", "parentId", top));
        this.support = department(Map.of("name", "Support"));
        sales.addAll(List.of(top, east, north));
        IntStream.range(0, TEAMS)
                .forEach(team -> sales.add(department(Map.of("name", "Team " + team, "parentId", north))));
        hire("seller", "sales-rep", east);
        hire("director", "sales-director", top);
        hire("helper", "customer-support", support);
    }

    private String department(Map<String, String> request) {
        return realm.post("crm/departments", request).expect(201).createdId();
    }

    private void hire(String name, String role, String department) {
        String id = realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                "Sam " + name,
                                "email",
                                email(name),
                                "department",
                                Map.of("id", department),
                                "roles",
                                List.of(role)))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);
        ids.put(name, id);
    }

    RealmApi api() {
        return realm;
    }

    URI issuer() {
        return issuer;
    }

    String east() {
        return east;
    }

    String support() {
        return support;
    }

    /** The sales department and everything below it. */
    List<String> sales() {
        return List.copyOf(sales);
    }

    String id(String person) {
        return ids.getOrDefault(person, "");
    }

    static String email(String person) {
        return person + "@acme.example";
    }

    /** By name; the seller's own are Qinghe, in the east, and Xiling, which support looks after. */
    SortedMap<String, CrmRecord> customers() {
        String lastTeam = sales.get(sales.size() - 1);
        return new TreeMap<>(Map.of(
                "Beishan", new CrmRecord(null, lastTeam, null),
                "Donghai", new CrmRecord(id("director"), east, null),
                "Nobody", new CrmRecord(null, null, null),
                "Qinghe", new CrmRecord(id("seller"), east, "east"),
                "Xiling", new CrmRecord(id("seller"), support, "east")));
    }

    /** A client that Keycloak lets sign people in by the code flow with PKCE alone. */
    Application application(String clientId, String redirectUri) {
        return Application.registered(
                realm,
                clientId,
                Map.of(
                        "redirectUris",
                        List.of(redirectUri),
                        "directAccessGrantsEnabled",
                        false,
                        "fullScopeAllowed",
                        false,
                        "attributes",
                        Map.of("pkce.code.challenge.method", "S256")));
    }

    /** Fills in Keycloak's login form; where the browser ends up. */
    Page signIn(Browser browser, URI start, String person) {
        Page login = browser.open(start);
        return browser.submit(login, Map.of("username", email(person), "password", "Pw-" + id(person)));
    }
}
