package io.keycloakcrm.tests;

import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A realm that is made at once from a file, as Keycloak imports it, and then set up: larger, or odder, than the API would make it. */
final class Company {

    private final Crm crm;
    private final String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
    private final String root = UUID.randomUUID().toString();
    private final List<Map<String, Object>> departments = new ArrayList<>();
    private final List<Map<String, Object>> roles = new ArrayList<>();
    private final List<Map<String, Object>> clientScopes = new ArrayList<>();
    private final List<Map<String, Object>> users = new ArrayList<>();

    Company(Crm crm) {
        this.crm = crm;
    }

    /** One department at the top and so many hundred below it: divisions with their teams. */
    Company withDepartments(String topId, int below) {
        var divisions = IntStream.range(0, below / 100)
                .mapToObj(division -> Map.of("name", "Division " + division, "subGroups", teams(99)))
                .toList();
        departments.add(Map.of("id", topId, "name", "Acme", "subGroups", divisions));
        return this;
    }

    private static List<Map<String, String>> teams(int count) {
        return IntStream.range(0, count)
                .mapToObj(team -> Map.of("name", "Team " + team))
                .toList();
    }

    Company withRole(String role, Map<String, List<String>> attributes) {
        roles.add(Map.of("name", role, "attributes", attributes));
        return this;
    }

    Company withClientScope(Map<String, Object> scope) {
        clientScopes.add(scope);
        return this;
    }

    /** Somebody with the password {@code Pw-<id>}. */
    Company withUser(
            String id,
            String username,
            Map<String, List<String>> attributes,
            List<String> groups,
            List<String> realmRoles) {
        users.add(Map.of(
                "id",
                id,
                "username",
                username,
                "email",
                username + "@acme.example",
                "firstName",
                "Ann",
                "lastName",
                "Other",
                "enabled",
                true,
                "attributes",
                attributes,
                "groups",
                groups,
                "realmRoles",
                realmRoles,
                "credentials",
                List.of(Map.of("type", "password", "value", "Pw-" + id))));
        return this;
    }

    RealmApi opened() {
        crm.admin()
                .post(
                        "/admin/realms",
                        Map.of(
                                "realm",
                                name,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("crm.department-root", root, "CreateDefaultClientScopes", "true"),
                                "groups",
                                List.of(Map.of("id", root, "name", "departments", "subGroups", departments)),
                                "roles",
                                Map.of("realm", roles),
                                "clientScopes",
                                clientScopes,
                                "users",
                                users))
                .expect(201);
        RealmApi realm = crm.realm(name);
        realm.post("crm/setup", Map.of()).expect(200);
        return realm;
    }
}
