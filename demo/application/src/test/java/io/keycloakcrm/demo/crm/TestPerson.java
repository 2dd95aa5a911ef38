package io.keycloakcrm.demo.crm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody with claims made for a test. */
record TestPerson(String id, Map<String, Object> claims) {

    static TestPerson of(String id, Map<String, List<String>> permissions, Map<String, ?> scopes) {
        return new TestPerson(id, Map.of())
                .with("name", "陈静")
                .with("locale", "en")
                .with("crm", Map.of("v", 1, "permissions", permissions, "data_scopes", scopes));
    }

    /** A seller in the department of Shanghai: sees and edits his own, and nothing else. */
    static TestPerson rep() {
        return of(
                        "u-rep",
                        Map.of("customer", List.of("view", "create", "edit"), "report", List.of("view")),
                        Map.of("*", List.of(Map.of("level", "self"))))
                .in("d-shanghai", "销售部/华东区/上海组");
    }

    /** Heads the east with the department below: sees both, edits the own customers, exports those of the own department. */
    static TestPerson manager() {
        return of(
                        "u-manager",
                        Map.of(
                                "customer",
                                List.of("view", "edit", "export", "assign"),
                                "report",
                                List.of("view", "export")),
                        Map.of(
                                "customer", List.of(grant("department_tree", "d-east", "d-shanghai")),
                                "customer:edit", List.of(Map.of("level", "self")),
                                "customer:export", List.of(grant("department", "d-east")),
                                "report", List.of(grant("department", "d-east"))))
                .in("d-east", "销售部/华东区");
    }

    /** May do everything with everything. */
    static TestPerson administrator() {
        return of(
                "u-admin",
                Map.of(
                        "customer", List.of("view", "create", "edit", "delete", "export", "import", "assign"),
                        "report", List.of("view", "export")),
                Map.of("*", List.of(Map.of("level", "all"))));
    }

    /** Signs in, and that is all. */
    static TestPerson nobody() {
        return of("u-nobody", Map.of(), Map.of());
    }

    static Map<String, Object> grant(String level, String... departments) {
        return Map.of("level", level, "departments", List.of(departments));
    }

    TestPerson in(String department, String path) {
        Map<Object, Object> crm = new LinkedHashMap<>((Map<?, ?>) claims.get("crm"));
        crm.put("department", Map.of("id", department, "path", path));
        return with("crm", crm);
    }

    TestPerson with(String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new TestPerson(id, changed);
    }

    TestPerson without(String claim) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new TestPerson(id, changed);
    }
}
