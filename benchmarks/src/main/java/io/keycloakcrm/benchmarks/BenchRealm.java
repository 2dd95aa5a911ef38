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
        server.admin()
                .post("/admin/realms", Map.of("realm", name, "enabled", true))
                .expect(201);
        RealmApi api = new RealmApi(name, server.admin(), secret -> {});
        api.post("crm/setup", Map.of()).expect(200);
        String id = api.get("").expect(200).json().path("id").asText();
        return new BenchRealm(api, id, CompanyDepartments.createIn(api));
    }
}
