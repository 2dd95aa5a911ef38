package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.HashMap;
import java.util.Map;

/** Ids of a realm's departments by path. */
record Departments(Map<String, String> ids) {

    static Departments of(RealmApi realm) {
        Map<String, String> ids = new HashMap<>();
        JsonNode all = realm.get("crm/departments?max=500").expect(200).json();
        for (JsonNode department : all.path("items")) {
            ids.put(department.path("path").asText(), department.path("id").asText());
        }
        return new Departments(ids);
    }

    String idOf(String path) {
        String id = ids.get(path);
        if (id == null) {
            throw new AssertionError("no department " + path + " among " + ids.keySet());
        }
        return id;
    }
}
