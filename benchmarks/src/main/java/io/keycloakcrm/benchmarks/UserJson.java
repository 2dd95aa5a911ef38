package io.keycloakcrm.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The company as Keycloak's own ways in take it.
 *
 * @param departmentIds by path
 */
record UserJson(Map<String, String> departmentIds) {

    /** What {@code POST /users} reads: it takes groups, but no roles. */
    Map<String, Object> forRest(Person person) {
        Map<String, Object> user = new HashMap<>();
        user.put("username", person.email());
        user.put("email", person.email());
        user.put("firstName", person.firstName());
        user.put("lastName", person.lastName());
        user.put("enabled", true);
        user.put("attributes", attributes(person));
        user.put("groups", List.of("/departments/" + person.department()));
        return user;
    }

    /** With the names of the roles, as a realm file has them. */
    Map<String, Object> forRealmFile(Person person) {
        Map<String, Object> user = forRest(person);
        user.put("realmRoles", person.roles());
        return user;
    }

    private Map<String, List<String>> attributes(Person person) {
        return Map.of(
                "employeeNumber", List.of(person.employeeNumber()),
                "position", List.of(person.position()),
                "phoneNumber", List.of(person.phoneNumber()),
                "hireDate", List.of(person.hireDate()),
                "nickname", List.of(person.nickname()),
                "departmentId", List.of(departmentIds.getOrDefault(person.department(), "")),
                "department", List.of(person.department()));
    }
}
