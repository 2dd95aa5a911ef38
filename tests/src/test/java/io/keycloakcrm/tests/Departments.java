package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.HashMap;
import java.util.Map;

/** Ids of a realm's departments by path. */
record Departments(Map<String, String> ids) {

    static Departments of(RealmApi realm) {
        var found = new Departments(new HashMap<>());
        JsonNode tree = realm.get("crm/departments").expect(200).json();
        found.collect(tree.path("items"));
        return found;
    }

    private void collect(JsonNode departments) {
        for (JsonNode department : departments) {
            ids.put(department.path("path").asText(), department.path("id").asText());
            collect(department.path("children"));
        }
    }

    String idOf(String path) {
        String id = ids.get(path);
        if (id == null) {
            throw new AssertionError("no department " + path + " among " + ids.keySet());
        }
        return id;
    }
}
