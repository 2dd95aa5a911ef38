package io.keycloakcrm.tests.server;

import io.keycloakcrm.tests.api.AccessToken;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.api.RealmApi;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The server under test as its first administrator sees it. */
public final class Crm {

    private final KeycloakNode node;
    private final ApiClient admin;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    Crm(KeycloakNode node, String user, String password) {
        this.node = node;
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

    public ServerLog log() {
        return node.log();
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
