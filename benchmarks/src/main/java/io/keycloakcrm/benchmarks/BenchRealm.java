package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.api.RealmApi;
import java.util.Map;

/**
 * A CRM realm with the departments of the company and, at first, nobody in it.
 *
 * @param id as the tables know it
 * @param departmentIds by path
 */
record BenchRealm(RealmApi api, String id, Map<String, String> departmentIds) {

    static BenchRealm created(CrmServer server, String name) {
        RealmApi api = realm(server, name);
        api.post("crm/setup", Map.of()).expect(200);
        return new BenchRealm(api, idOf(api), CompanyDepartments.createIn(api));
    }

    /** A realm of the same roles and groups that a Keycloak without this extension understands. */
    static BenchRealm plain(CrmServer server, String name) {
        RealmApi api = realm(server, name);
        Person.ROLES.forEach(role -> api.post("roles", Map.of("name", role)).expect(201));
        return new BenchRealm(api, idOf(api), CompanyDepartments.createAsGroupsIn(api));
    }

    private static RealmApi realm(CrmServer server, String name) {
        server.admin()
                .post("/admin/realms", Map.of("realm", name, "enabled", true))
                .expect(201);
        return new RealmApi(name, server.admin(), secret -> {});
    }

    private static String idOf(RealmApi api) {
        return api.get("").expect(200).json().path("id").asText();
    }
}
