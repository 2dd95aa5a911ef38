package io.keycloakcrm.tests.server;

import io.keycloakcrm.tests.api.AccessToken;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.api.Metrics;
import io.keycloakcrm.tests.api.RealmApi;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The server under test as its first administrator sees it. */
public final class Crm {

    private final KeycloakNode node;
    private final Database database;
    private final ApiClient admin;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    Crm(KeycloakNode node, Database database, String user, String password) {
        this.node = node;
        this.database = database;
        this.admin = new ApiClient(node.url(), AccessToken.ofUser(node.url(), "master", user, password));
    }

    /** An administrator who may do everything in every realm. */
    public ApiClient admin() {
        return admin;
    }

    /** Somebody who shows no token. */
    public ApiClient anonymous() {
        return new ApiClient(node.url(), () -> "");
    }

    public URI url() {
        return node.url();
    }

    /** A connection to the database of the server, where that is a server too. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    public ServerLog log() {
        return node.log();
    }

    /** What the server tells whoever watches it, as it is now. */
    public Metrics metrics() {
        return Metrics.of(new ApiClient(node.managementUrl(), () -> "")
                .get("/metrics")
                .expect(200)
                .text());
    }

    /** What no log may ever hold; tests add the secrets they make up. */
    public Set<String> secrets() {
        return secrets;
    }

    /** A new CRM realm of its own name. */
    public RealmApi newRealm() {
        RealmApi realm = newPlainRealm();
        realm.post("crm/setup", Map.of()).expect(200);
        return realm;
    }

    /** A new realm as Keycloak makes it, before setup. */
    public RealmApi newPlainRealm() {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        admin.post("/admin/realms", Map.of("realm", name, "enabled", true)).expect(201);
        return realm(name);
    }

    public RealmApi realm(String name) {
        return new RealmApi(name, admin, secrets::add);
    }
}
