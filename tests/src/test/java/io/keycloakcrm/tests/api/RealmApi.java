package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One realm as one administrator manages it; paths stand below {@code /admin/realms/{realm}/}.
 *
 * @param secrets is told every password that is made up
 */
public record RealmApi(String name, ApiClient client, Consumer<String> secrets) {

    public String path(String below) {
        return "/admin/realms/" + name + (below.isEmpty() ? "" : "/" + below);
    }

    public ApiResponse get(String below) {
        return client.get(path(below));
    }

    public ApiResponse post(String below, Object body) {
        return client.post(path(below), body);
    }

    public ApiResponse post(String below, Object body, String idempotencyKey) {
        return client.post(path(below), body, idempotencyKey);
    }

    public ApiResponse put(String below, Object body) {
        return client.put(path(below), body);
    }

    public ApiResponse delete(String below) {
        return client.delete(path(below));
    }

    public RealmApi as(ApiClient other) {
        return new RealmApi(name, other, secrets);
    }

    /** This realm, managed by a new administrator of it who has exactly these roles of {@code realm-management}. */
    public RealmApi asNewAdmin(String... roles) {
        String user = "admin-" + UUID.randomUUID().toString().substring(0, 8);
        String password = UUID.randomUUID().toString();
        secrets.accept(password);
        String id = post(
                        "users",
                        Map.of(
                                "username",
                                user,
                                "enabled",
                                true,
                                "email",
                                user + "@admin.example",
                                "emailVerified",
                                true,
                                "firstName",
                                "Ada",
                                "lastName",
                                "Admin",
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .expect(201)
                .createdId();
        grant(id, "realm-management", roles);
        return as(new ApiClient(client.server(), AccessToken.ofUser(client.server(), name, user, password)));
    }

    /** This realm, managed by the service account of one of its clients. */
    public RealmApi asClient(String clientId, String secret) {
        return as(new ApiClient(client.server(), AccessToken.ofClient(client.server(), name, clientId, secret)));
    }

    /** Changes attributes of the realm; Keycloak would take the others away. */
    public RealmApi set(Map<String, String> attributes) {
        Map<String, Object> all = new HashMap<>();
        get("").expect(200)
                .json()
                .path("attributes")
                .properties()
                .forEach(attribute -> all.put(attribute.getKey(), attribute.getValue()));
        all.putAll(attributes);
        put("", Map.of("attributes", all)).expect(204);
        return this;
    }

    /** Gives a user roles of a client. */
    public void grant(String userId, String clientId, String... roles) {
        String client = clientUuid(clientId);
        var representations = new ArrayList<JsonNode>();
        for (String role : roles) {
            representations.add(
                    get("clients/" + client + "/roles/" + role).expect(200).json());
        }
        post("users/" + userId + "/role-mappings/clients/" + client, representations)
                .expect(204);
    }

    public String clientUuid(String clientId) {
        return get("clients?clientId=" + clientId)
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    /** A role that comes in as with an imported realm, past the pages that would refuse what cannot be read. */
    public void importRole(String name, Map<String, List<String>> attributes) {
        Map<String, Object> role = Map.of("name", name, "attributes", attributes);
        post("partialImport", Map.of("ifResourceExists", "FAIL", "roles", Map.of("realm", List.of(role))))
                .expect(200);
    }

    /** A role of the realm that consists of roles of {@code realm-management}. */
    public JsonNode compositeOf(String roleName, String... managementRoles) {
        post("roles", Map.of("name", roleName)).expect(201);
        String client = clientUuid("realm-management");
        var parts = new ArrayList<JsonNode>();
        for (String role : managementRoles) {
            parts.add(get("clients/" + client + "/roles/" + role).expect(200).json());
        }
        post("roles/" + roleName + "/composites", parts).expect(204);
        return get("roles/" + roleName).expect(200).json();
    }
}
