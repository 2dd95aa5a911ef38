package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.Metrics;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same file into two realms that are alike, except that one has a workflow, for which its members must go through
 * Keycloak's models: afterwards nobody can tell the two apart.
 */
@WithKeycloak
@Tag("postgres-only")
final class MembersPathIT {

    private static final String LONG = "长".repeat(300);

    private final Crm crm;
    private final RealmApi inserting;
    private final RealmApi modelling;
    private List<Set<String>> paths = List.of();

    MembersPathIT(Crm crm) {
        this.crm = crm;
        this.inserting = crm.newRealm();
        this.modelling = crm.newRealm();
    }

    @BeforeAll
    void importIntoBoth() {
        modelling
                .post(
                        "workflows",
                        Map.of(
                                "name",
                                "watchers",
                                "on",
                                "user-authenticated",
                                "steps",
                                List.of(Map.of("uses", "disable-user", "after", "999d"))))
                .expect(201);
        paths = Stream.of(inserting, modelling).map(this::importInto).toList();
    }

    /** The label of the path that the members took. */
    private Set<String> importInto(RealmApi realm) {
        giveDefaults(realm);
        Metrics before = crm.metrics();
        importFile(realm, first());
        importFile(realm, second());
        Metrics after = crm.metrics();
        return Stream.of("inserts", "models")
                .filter(path -> created(after, path) > created(before, path))
                .collect(Collectors.toSet());
    }

    private static double created(Metrics metrics, String path) {
        return metrics.sum("crm_import_rows_total", "phase=members", "outcome=create", "path=" + path);
    }

    /** A default group, a default required action, and attributes that the profile does not know. */
    private static void giveDefaults(RealmApi realm) {
        String group =
                realm.post("groups", Map.of("name", "everybody")).expect(201).createdId();
        realm.put("default-groups/" + group, Map.of()).expect(204);
        String path = "authentication/required-actions/VERIFY_EMAIL";
        ObjectNode action = (ObjectNode) realm.get(path).expect(200).json();
        realm.put(path, action.put("enabled", true).put("defaultAction", true)).expect(204);
        OwnAttributes.added(realm, "projekt");
    }

    private static void importFile(RealmApi realm, Csv file) {
        ImportApi.uploaded(realm, "staff.csv", file.bytes()).completed(ImportApi.UPSERT);
    }

    private static Csv first() {
        Csv file =
                Csv.withHeader("工号", "姓名", "邮箱", "部门", "职务", "手机号", "入职日期", "角色", "是否启用", "是否部门负责人", "直属上级", "projekt");
        file.row(
                "a001",
                "王芳",
                "Fang.WANG@ACME.example",
                "销售部/华东区;市场部",
                "销售代表",
                "13800138000",
                "2024-01-18",
                "sales-rep;finance",
                "是",
                "是",
                "",
                "alpha");
        file.row("ａ002", "欧阳 小明", "", "销售部/华东区", "经理", "", "2024/02/01", "销售经理", "否", "", "a001", LONG);
        file.row("A003", "Ada Lovelace", "ada@acme.example", "", "", "+44 20 7946 0958", "", "", "", "", "王芳", "");
        file.row("A004", "李雷", "not an address", "销售部", "", "", "", "", "", "", "", "");
        file.row("A005", "韩梅梅", "han@acme.example", "销售部", "", "", "", "no-such-role", "", "", "", "");
        file.row("A006", "张" + "伟".repeat(300), "zhang@acme.example", "", "", "", "", "", "", "", "", "");
        file.row("A007", "赵云", "FANG.wang@acme.example", "", "", "", "", "", "", "", "", "");
        file.row(
                "A008",
                "Ζήνων\u202E",
                "zenon@acme.example",
                "",
                "x".repeat(90),
                "123",
                "yesterday",
                "",
                "",
                "",
                "",
                "");
        file.row("", "无名", "nobody@acme.example", "", "", "", "", "", "", "", "", "");
        for (int i = 0; i < 40; i++) {
            file.row(
                    "B%03d".formatted(i),
                    "王" + (char) ('一' + i),
                    "b" + i + "@acme.example",
                    "销售部/" + i % 7,
                    "",
                    "",
                    "2020-05-" + (10 + i % 20),
                    i % 2 == 0 ? "sales-rep" : "",
                    "",
                    "",
                    i == 0 ? "" : "B000",
                    "beta");
        }
        return file;
    }

    /** People who exist already, people who are new, and keys that others have by now. */
    private static Csv second() {
        Csv file = Csv.withHeader("工号", "姓名", "邮箱", "部门", "职务", "角色");
        file.row("A001", "王芳", "fang.wang@acme.example", "市场部", "总监", "sales-director");
        file.row("C001", "新人", "ada@acme.example", "市场部", "", "");
        file.row("C002", "新人", "c002@acme.example", "市场部", "", "sales-rep");
        file.row("B001", "", "", "", "", "");
        return file;
    }

    @Test
    void takesTheOtherPathWhereAWorkflowMustHear() {
        assertThat(paths).containsExactly(Set.of("inserts"), Set.of("models"));
    }

    @Test
    void writesTheSameRowsIntoEveryTableOfUsers() throws SQLException {
        try (Connection database = crm.connect()) {
            Map<String, List<String>> inserted = UserRows.of(database, inserting.name());

            assertThat(inserted.keySet())
                    .contains(
                            "user_entity",
                            "user_attribute",
                            "user_role_mapping",
                            "user_group_membership",
                            "user_required_action",
                            "crm_employee_number",
                            "crm_staff",
                            "crm_import_row");
            Map<String, List<String>> modelled = UserRows.of(database, modelling.name());
            assertThat(modelled.keySet()).isEqualTo(inserted.keySet());
            inserted.forEach(
                    (table, rows) -> assertThat(rows).as(table).containsExactlyElementsOf(modelled.get(table)));
        }
    }

    @Test
    void saysTheSameOfEveryRow() {
        assertThat(results(inserting)).isEqualTo(results(modelling));
        assertThat(String.join("", results(inserting)))
                .contains("\"create\"", "\"update\"", "\"unchanged\"", "crm.staff.email-taken", "crm.staff.length");
    }

    private static List<String> results(RealmApi realm) {
        List<String> ids = new ArrayList<>();
        realm.get("crm/imports")
                .expect(200)
                .json()
                .path("items")
                .forEach(job -> ids.add(job.path("id").asText()));
        return ids.stream()
                .flatMap(id -> new ImportApi(realm, id).rows().stream())
                .map(MembersPathIT::withoutIds)
                .toList();
    }

    private static String withoutIds(JsonNode row) {
        ((ObjectNode) row).remove("userId");
        return row.toString().replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "id");
    }
}
