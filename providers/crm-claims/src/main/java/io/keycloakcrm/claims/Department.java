package io.keycloakcrm.claims;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The primary department of a person.
 *
 * @param id stays when the department is renamed or moved
 * @param path its name and those above it, joined by {@code /}; for people to read, never to decide by
 */
public record Department(String id, String path) {

    public Department {
        if (id.isEmpty() || path.isEmpty()) {
            throw new IllegalArgumentException("a department has an id and a path");
        }
    }

    static Department read(ClaimValue department) {
        return new Department(
                department.required("id").text(), department.required("path").text());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("path", path);
        return map;
    }
}
