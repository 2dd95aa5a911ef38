package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.List;
import java.util.Map;

/**
 * Departments and roles, people who have them, and what an administrator is told about their access.
 *
 * @param realm new and nobody else's
 * @param east a department below another
 * @param shanghai below that one
 */
record ExplainedStaff(RealmApi realm, String east, String shanghai) {

    /** Makes the departments, {@code area-lead} with {@code sales-rep} in it, and {@code chief} with {@code area-lead} in it. */
    static ExplainedStaff of(RealmApi realm) {
        String sales = department(realm, "Sales", "");
        String east = department(realm, "East", sales);
        String shanghai = department(realm, "Shanghai", east);
        realm.put(
                        "crm/roles/area-lead",
                        Map.of(
                                "permissions",
                                Map.of("customer", List.of("export")),
                                "scopes",
                                Map.of("customer", "department_tree"),
                                "composites",
                                List.of("sales-rep")))
                .expect(201);
        realm.put("crm/roles/chief", Map.of("composites", List.of("area-lead"))).expect(201);
        return new ExplainedStaff(realm, east, shanghai);
    }

    private static String department(RealmApi realm, String name, String parent) {
        var body = parent.isEmpty() ? Map.of("name", name) : Map.of("name", name, "parentId", parent);
        return realm.post("crm/departments", body).expect(201).json().path("id").asText();
    }

    String member(String name, String department, String... roles) {
        Map<String, Object> body = department.isEmpty()
                ? Map.of("email", name + "@acme.example", "roles", List.of(roles))
                : Map.of("email", name + "@acme.example", "roles", List.of(roles), "department", department);
        return realm.post("crm/staff", body).expect(201).json().path("id").asText();
    }

    JsonNode explain(String id, Map<String, String> question) {
        return realm.get("crm/staff/" + id + "/access?" + Query.of(question))
                .expect(200)
                .json();
    }

    /** The element with that value; fails if there is none. */
    static JsonNode entry(JsonNode array, String key, String value) {
        for (JsonNode one : array) {
            if (one.path(key).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("no " + key + " " + value + " in " + array);
    }
}
