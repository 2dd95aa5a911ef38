package io.keycloakcrm.tests.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The departments, roles, groups and people of the table in a realm, made through Keycloak's own API and ours. */
final class GoldenRealm {

    private final RealmApi realm;
    private final Map<String, String> departmentIds = new HashMap<>();
    private final Map<String, String> departmentPaths = new HashMap<>();
    private final Map<String, String> groupIds = new HashMap<>();
    private final Map<String, String> userIds = new HashMap<>();

    private GoldenRealm(RealmApi realm) {
        this.realm = realm;
    }

    static GoldenRealm made(RealmApi realm, GoldenTables tables, List<GoldenPerson> people) {
        var made = new GoldenRealm(realm);
        tables.rows("Departments").forEach(made::department);
        tables.rows("Roles beside the shipped ones").forEach(made::role);
        tables.rows("Groups that are no departments").forEach(made::group);
        made.mapRoles(made.departmentId("G"), List.of("customer-support"));
        people.forEach(made::person);
        return made;
    }

    RealmApi api() {
        return realm;
    }

    String departmentId(String code) {
        return Objects.requireNonNull(departmentIds.get(code), code);
    }

    String departmentPath(String id) {
        return Objects.requireNonNull(departmentPaths.get(id), id);
    }

    String userId(String person) {
        return Objects.requireNonNull(userIds.get(person), person);
    }

    List<String> allUserIds() {
        return List.copyOf(userIds.values());
    }

    private void department(Map<String, String> row) {
        String path = cell(row, "path");
        int slash = path.lastIndexOf('/');
        Map<String, Object> request = new HashMap<>(Map.of("name", path.substring(slash + 1)));
        if (slash > 0) {
            request.put("parentId", Objects.requireNonNull(departmentIds.get(path.substring(0, slash)), path));
        }
        String id = realm.post("crm/departments", request).expect(201).createdId();
        departmentIds.put(path, id);
        departmentPaths.put(id, path);
        departmentIds.put(cell(row, "code"), id);
    }

    private void role(Map<String, String> row) {
        Map<String, List<String>> attributes = new TreeMap<>(Map.of("crm.label.en", List.of(cell(row, "role"))));
        for (String scope : GoldenTables.words(cell(row, "scopes"))) {
            String[] keyAndEntry = scope.split("=", 2);
            attributes
                    .computeIfAbsent("crm.scope." + keyAndEntry[0], key -> new ArrayList<>())
                    .add(withIds(keyAndEntry[1]));
        }
        String name = cell(row, "role");
        // A page of the console would refuse the role that is broken.
        realm.importRole(name, attributes);
        List<JsonNode> parts = new ArrayList<>();
        GoldenTables.words(cell(row, "permissions")).forEach(permission -> parts.add(permission(permission)));
        GoldenTables.words(cell(row, "composite of")).forEach(part -> parts.add(realmRole(part)));
        if (!parts.isEmpty()) {
            realm.post("roles/" + name + "/composites", parts).expect(204);
        }
    }

    /** Departments stand in the table by their codes. */
    private String withIds(String entry) {
        return entry.replace("departments=M", "departments=" + departmentId("M"));
    }

    private void group(Map<String, String> row) {
        String path = cell(row, "group");
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String above = slash < 0 ? "groups" : "groups/" + groupIds.get(path.substring(0, slash)) + "/children";
        String id = realm.post(above, Map.of("name", name)).expect(201).createdId();
        groupIds.put(path, id);
        mapRoles(id, GoldenTables.words(cell(row, "roles")));
    }

    private void mapRoles(String groupId, List<String> roles) {
        if (!roles.isEmpty()) {
            realm.post(
                            "groups/" + groupId + "/role-mappings/realm",
                            roles.stream().map(this::realmRole).toList())
                    .expect(204);
        }
    }

    private void person(GoldenPerson person) {
        // With a number everybody is of the staff, those without department too.
        Map<String, List<String>> attributes = new HashMap<>(Map.of("employeeNumber", List.of("N-" + userIds.size())));
        if (!person.overrides().isEmpty()) {
            attributes.put(
                    "dataScope", person.overrides().stream().map(this::withIds).toList());
        }
        String id = realm.post(
                        "users",
                        Map.of(
                                "username",
                                person.name(),
                                "enabled",
                                true,
                                "email",
                                person.name() + "@acme.example",
                                "emailVerified",
                                true,
                                "firstName",
                                "Ada",
                                "lastName",
                                person.name(),
                                "attributes",
                                attributes))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);
        userIds.put(person.name(), id);
        seat(person, id);
        person.groups().forEach(group -> join(id, Objects.requireNonNull(groupIds.get(group), group)));
        for (String grant : person.grants()) {
            if (grant.contains(":")) {
                realm.grant(id, "crm", grant);
            } else {
                realm.post("users/" + id + "/role-mappings/realm", List.of(realmRole(grant)))
                        .expect(204);
            }
        }
    }

    /** The primary department is the one joined first. */
    private void seat(GoldenPerson person, String id) {
        if (!person.department().isEmpty()) {
            join(id, departmentId(person.department()));
        }
        person.secondary().forEach(code -> join(id, departmentId(code)));
    }

    private void join(String userId, String groupId) {
        realm.put("users/" + userId + "/groups/" + groupId, Map.of()).expect(204);
    }

    private JsonNode realmRole(String name) {
        return realm.get("roles/" + name).expect(200).json();
    }

    private JsonNode permission(String name) {
        return realm.get("clients/" + realm.clientUuid("crm") + "/roles/" + name)
                .expect(200)
                .json();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
