package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A staff of ten thousand comes in by one job, and the directory answers over it. */
@WithKeycloak
@Tag("postgres-only")
final class TenThousandMembersIT {

    private static final int MEMBERS = 10_000;
    private static final List<String> REGIONS = List.of("华东区", "华南区", "华北区", "西南区");
    private static final List<String> TEAMS = List.of("一组", "二组", "三组", "四组", "五组");

    private final RealmApi realm;

    TenThousandMembersIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @BeforeAll
    void importAll() {
        Csv file = Csv.withHeader("工号", "姓名", "邮箱", "部门", "职务");
        for (int i = 0; i < MEMBERS; i++) {
            file.row(number(i), name(i), number(i).toLowerCase(Locale.ROOT) + "@acme.example", path(i), "销售代表");
        }
        ImportApi job = ImportApi.uploaded(realm, "staff.csv", file.bytes()).completed(ImportApi.UPSERT);
        assertThat(job.errorCodes()).isEmpty();
        assertThat(job.count("created")).isEqualTo(MEMBERS);
    }

    private static String number(int i) {
        return "T%05d".formatted(i);
    }

    /** One in a hundred is called 欧阳小芳. */
    private static String name(int i) {
        return i % 100 == 0 ? "欧阳小芳" : "王" + (char) ('一' + i % 97) + (char) ('丁' + i % 89);
    }

    /** A tenth sits in the region itself, the others in its teams. */
    private static String path(int i) {
        String region = "销售部/" + REGIONS.get(i % 4);
        return i % 10 == 0 ? region : region + "/" + TEAMS.get(i % 5);
    }

    @Test
    void listsThemAllPageByPage() {
        JsonNode last = staff("sort=employeeNumber&first=" + (MEMBERS - 1) + "&max=500");

        assertThat(last.path("total").asInt()).isEqualTo(MEMBERS);
        assertThat(last.path("items")).hasSize(1);
        assertThat(last.path("items").path(0).path("employeeNumber").asText()).isEqualTo(number(MEMBERS - 1));
    }

    @Test
    void findsThemByName() {
        assertThat(total("search=" + Query.encoded("欧阳小芳"))).isEqualTo(MEMBERS / 100);
    }

    @Test
    void findsThemByPinyin() {
        assertThat(total("search=ouyangxiaofang")).isEqualTo(MEMBERS / 100);
    }

    @Test
    void findsOneByEmployeeNumber() {
        JsonNode found = staff("search=" + number(4711));

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("department").path("path").asText())
                .isEqualTo(path(4711));
    }

    @Test
    void findsThoseOfADepartmentAlone() {
        long expected = members("销售部/华东区", false);

        assertThat(total("department=" + departmentId("销售部/华东区") + "&includeSubdepartments=false"))
                .isEqualTo((int) expected)
                .isPositive();
    }

    @Test
    void findsThoseOfADepartmentWithItsSubdepartments() {
        long expected = members("销售部/华东区", true);

        assertThat(total("department=" + departmentId("销售部/华东区") + "&includeSubdepartments=true"))
                .isEqualTo((int) expected)
                .isEqualTo(MEMBERS / 4);
    }

    private static long members(String department, boolean withSubdepartments) {
        return IntStream.range(0, MEMBERS)
                .mapToObj(TenThousandMembersIT::path)
                .filter(path -> path.equals(department) || (withSubdepartments && path.startsWith(department + "/")))
                .count();
    }

    private String departmentId(String path) {
        return Departments.of(realm).idOf(path);
    }

    private int total(String query) {
        return staff(query + "&max=1").path("total").asInt();
    }

    private JsonNode staff(String query) {
        return realm.get("crm/staff?" + query).expect(200).json();
    }
}
