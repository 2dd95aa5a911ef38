package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.RealmApi;

/** What {@code GET /roles} answers. */
record RoleMatrix(JsonNode items) {

    static RoleMatrix of(RealmApi realm) {
        return new RoleMatrix(realm.get("crm/roles?max=500").expect(200).json().path("items"));
    }

    JsonNode role(String name) {
        for (JsonNode role : items) {
            if (role.path("name").asText().equals(name)) {
                return role;
            }
        }
        throw new AssertionError("no role " + name);
    }
}
