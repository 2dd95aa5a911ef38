package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The id of something in another realm answers exactly as an id that nothing has: nobody learns that it exists. */
@WithKeycloak
final class RealmIsolationIT {

    private String foreignMember = "";
    private String foreignDepartment = "";
    private String foreignImport = "";

    private final RealmApi own;
    private final RealmApi foreign;

    RealmIsolationIT(Crm crm) {
        this.own = crm.newRealm();
        this.foreign = crm.newRealm();
    }

    @BeforeAll
    void fillTheOtherRealm() {
        foreignDepartment = foreign.post("crm/departments", Map.of("name", "Sales"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        foreignMember = foreign.post("crm/staff", Map.of("email", "ann@acme.example", "employeeNumber", "A1"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        byte[] file = Csv.withHeader("employeeNumber", "email")
                .row("A2", "bob@acme.example")
                .bytes();
        foreignImport = ImportApi.uploaded(foreign, "staff.csv", file).id();
    }

    /** One request that names something by id. */
    record Call(String name, Kind kind, Request request) {

        @Override
        public String toString() {
            return name;
        }
    }

    enum Kind {
        MEMBER,
        DEPARTMENT,
        IMPORT
    }

    @FunctionalInterface
    interface Request {
        ApiResponse send(RealmApi realm, String id);
    }

    static List<Call> calls() {
        return List.of(
                get(Kind.MEMBER, "staff/{id}"),
                put(Kind.MEMBER, "staff/{id}", Map.of("position", "x")),
                post(Kind.MEMBER, "staff", id -> Map.of("userId", id)),
                post(Kind.MEMBER, "staff", id -> Map.of("email", "eve@acme.example", "manager", id)),
                post(Kind.DEPARTMENT, "staff", id -> Map.of("email", "eve@acme.example", "department", id)),
                post(Kind.DEPARTMENT, "departments", id -> Map.of("name", "East", "parentId", id)),
                put(Kind.DEPARTMENT, "departments/{id}", Map.of("name", "x")),
                delete(Kind.DEPARTMENT, "departments/{id}"),
                get(Kind.DEPARTMENT, "staff?department={id}"),
                get(Kind.IMPORT, "imports/{id}"),
                get(Kind.IMPORT, "imports/{id}/rows"),
                get(Kind.IMPORT, "imports/{id}/results.csv"),
                put(Kind.IMPORT, "imports/{id}/mapping", Map.of("columns", List.of())),
                post(Kind.IMPORT, "imports/{id}/analysis", id -> Map.of()),
                post(Kind.IMPORT, "imports/{id}/dry-run", id -> ImportApi.UPSERT),
                post(Kind.IMPORT, "imports/{id}/start", id -> ImportApi.UPSERT),
                post(Kind.IMPORT, "imports/{id}/pause", id -> Map.of()),
                post(Kind.IMPORT, "imports/{id}/resume", id -> Map.of()),
                post(Kind.IMPORT, "imports/{id}/cancel", id -> Map.of()),
                new Call(
                        "PUT imports/{id}/parts/1",
                        Kind.IMPORT,
                        (realm, id) -> realm.client()
                                .putBytes(realm.path("crm/imports/" + id + "/parts/1"), new byte[] {65})));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersForeignIdsAsUnknownOnes(Call call) {
        String foreignId = foreignId(call.kind());
        String unknownId = UUID.randomUUID().toString();

        ApiResponse toForeign = call.request().send(own, foreignId);
        ApiResponse toUnknown = call.request().send(own, unknownId);

        assertThat(toForeign.status()).isEqualTo(toUnknown.status());
        assertThat(toForeign.text().replace(foreignId, "ID"))
                .isEqualTo(toUnknown.text().replace(unknownId, "ID"));
        assertThat(toForeign.succeeded() && !toForeign.text().contains("\"total\":0"))
                .isFalse();
    }

    private String foreignId(Kind kind) {
        return switch (kind) {
            case MEMBER -> foreignMember;
            case DEPARTMENT -> foreignDepartment;
            case IMPORT -> foreignImport;
        };
    }

    private static Call get(Kind kind, String path) {
        return new Call("GET " + path, kind, (realm, id) -> realm.get(path(path, id)));
    }

    private static Call put(Kind kind, String path, Map<String, ?> body) {
        return new Call("PUT " + path, kind, (realm, id) -> realm.put(path(path, id), body));
    }

    private static Call delete(Kind kind, String path) {
        return new Call("DELETE " + path, kind, (realm, id) -> realm.delete(path(path, id)));
    }

    private static Call post(Kind kind, String path, Body body) {
        return new Call(
                "POST " + path + " " + body.of("{id}"), kind, (realm, id) -> realm.post(path(path, id), body.of(id)));
    }

    @FunctionalInterface
    private interface Body {
        Map<String, ?> of(String id);
    }

    private static String path(String template, String id) {
        return "crm/" + template.replace("{id}", id);
    }
}
