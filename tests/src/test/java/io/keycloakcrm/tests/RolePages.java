package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keycloak's own pages for roles as one administrator uses them.
 *
 * @param realm managed by him
 */
record RolePages(RealmApi realm) {

    /** A new CRM role with that scope for everything. */
    String crmRole(String scope) {
        String name = "role-" + UUID.randomUUID();
        realm.put("crm/roles/" + name, Map.of("scopes", Map.of("*", scope))).expect(201);
        return name;
    }

    /** A new role that says nothing about the CRM. */
    String plainRole() {
        String name = "plain-" + UUID.randomUUID();
        realm.post("roles", Map.of("name", name)).expect(201);
        return name;
    }

    ApiResponse compose(String role, JsonNode part) {
        return realm.post("roles/" + role + "/composites", List.of(part));
    }

    ApiResponse edit(String role, Consumer<ObjectNode> attributes) {
        ObjectNode present = (ObjectNode) role(role);
        attributes.accept(present.withObject("/attributes"));
        return realm.put("roles-by-id/" + present.path("id").asText(), present);
    }

    ApiResponse importing(String ifExists, Map<String, ?> role) {
        return importing(ifExists, "roles", Map.of("realm", List.of(role)));
    }

    ApiResponse importing(String ifExists, String kind, Object content) {
        Map<String, Object> file = new HashMap<>(Map.of("ifResourceExists", ifExists));
        file.put(kind, content);
        return realm.post("partialImport", file);
    }

    JsonNode role(String name) {
        return realm.get("roles/" + name).expect(200).json();
    }

    JsonNode composites(String role) {
        return realm.get("roles/" + role + "/composites").expect(200).json();
    }

    /** The scope of the role for that key as the matrix shows it. */
    String scope(String role, String key) {
        return RoleMatrix.of(realm).role(role).path("scopes").path(key).path(0).asText();
    }

    /** Says the scope among the attributes of a role. */
    static void scope(ObjectNode attributes, String key, String scope) {
        attributes.putArray("crm.scope." + key).add(scope);
    }

    /** Fails unless it was refused for that reason. */
    static void refused(ApiResponse answer, String code) {
        assertThat(answer.expect(403).json().path("params").path(0).asText())
                .as("%s", answer.text())
                .isEqualTo(code);
    }
}
