package io.keycloakcrm.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class CustomerTest {

    @Autowired
    private Visit visit;

    @Autowired
    private JdbcTemplate jdbc;

    @Nested
    class OutOfReach {

        @Test
        void isAnsweredLikeOneThatDoesNotExist() {
            Browser rep = visit.as(TestPerson.rep());
            long foreign = customerOf("u-south");

            for (long id : List.of(foreign, 999_999L)) {
                assertThat(rep.get("/customers/" + id).status()).isEqualTo(404);
                assertThat(rep.get("/customers/" + id + "/edit").status()).isEqualTo(404);
                assertThat(rep.post("/customers/" + id + "/edit", filled("name", "x"))
                                .status())
                        .isEqualTo(404);
                assertThat(rep.post("/customers/" + id + "/delete").status()).isEqualTo(404);
            }
        }
    }

    @Nested
    class HiddenButtons {

        @Test
        void areForbiddenAddressesToo() {
            Browser rep = visit.as(TestPerson.rep());
            long own = customerOf("u-rep");

            assertThat(rep.get("/customers").links("/customers.csv")).isFalse();
            assertThat(rep.get("/customers.csv").status()).isEqualTo(403);
            assertThat(rep.get("/customers/" + own).sends("/customers/" + own + "/delete"))
                    .isFalse();
            assertThat(rep.post("/customers/" + own + "/delete").status()).isEqualTo(403);
        }

        @Test
        void ofWhatIsSeenButNotEditedAreForbiddenAddresses() {
            Browser manager = visit.as(TestPerson.manager());
            long inSight = customerOf("u-rep");

            Page page = manager.get("/customers/" + inSight);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.links("/customers/" + inSight + "/edit")).isFalse();
            assertThat(manager.get("/customers/" + inSight + "/edit").status()).isEqualTo(403);
            assertThat(manager.post("/customers/" + inSight + "/edit", filled("name", "x"))
                            .status())
                    .isEqualTo(403);
            assertThat(manager.get("/customers").links("/customers/new")).isFalse();
            assertThat(manager.get("/customers/new").status()).isEqualTo(403);
            assertThat(manager.post("/customers/new", filled("name", "x")).status())
                    .isEqualTo(403);
        }

        @Test
        void areShownToThoseWhoMay() {
            Browser administrator = visit.as(TestPerson.administrator());
            long any = customerOf("u-rep");

            Page list = administrator.get("/customers");
            assertThat(list.links("/customers/new")).isTrue();
            assertThat(list.links("/customers.csv")).isTrue();
            Page page = administrator.get("/customers/" + any);
            assertThat(page.links("/customers/" + any + "/edit")).isTrue();
            assertThat(page.sends("/customers/" + any + "/delete")).isTrue();
        }
    }

    @Nested
    class Adding {

        @Test
        void makesItTheOwnOfWhoeverAddsIt() {
            Page saved = visit.as(TestPerson.rep()).post("/customers/new", filled("name", "上海新客户"));

            assertThat(saved.redirect()).matches("/customers/\\d+");
            assertThat(row(saved.redirect()))
                    .containsEntry("OWNER_ID", "u-rep")
                    .containsEntry("DEPARTMENT_ID", "d-shanghai");
        }

        @Test
        void forSomebodyElseNeedsTheRightToAssign() {
            Page refused = visit.as(TestPerson.rep())
                    .post("/customers/new", filled("owner", "u-south", "department", "d-south"));

            assertThat(refused.status()).isEqualTo(403);
        }

        @Test
        void staysWithinTheReachOfThatRight() {
            TestPerson assigns = TestPerson.of(
                    "u-manager",
                    Map.of("customer", List.of("view", "create", "assign")),
                    Map.of("customer", List.of(TestPerson.grant("department", "d-east"))));

            Page refused =
                    visit.as(assigns).post("/customers/new", filled("owner", "u-south", "department", "d-south"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("outside your reach");
        }

        @Test
        void saysWhatIsMissing() {
            Page page = visit.as(TestPerson.rep())
                    .post("/customers/new", "name", " ", "city", "上海", "stage", "NEW", "amount", "many");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("at most 100 characters", "Write an amount");
        }
    }

    @Nested
    class Editing {

        @Test
        void changesWhatIsOnes() {
            long own = customerOf("u-rep");

            Page saved = visit.as(TestPerson.rep()).post("/customers/" + own + "/edit", filled("name", "更名有限公司"));

            assertThat(saved.redirect()).isEqualTo("/customers/" + own);
            assertThat(row(saved.redirect()))
                    .containsEntry("NAME", "更名有限公司")
                    .containsEntry("OWNER_ID", "u-rep")
                    .containsEntry("VERSION", 1);
        }

        @Test
        void offersNoOtherOwnerToThoseWhoMayNotAssign() {
            Browser rep = visit.as(TestPerson.rep());
            long own = customerOf("u-rep");

            assertThat(rep.get("/customers/" + own + "/edit").text()).doesNotContain("name=\"owner\"");
            assertThat(rep.post("/customers/" + own + "/edit", filled("owner", "u-south", "department", "d-shanghai"))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void asksAboutTheCustomerAsItWillBe() {
            long own = customerOf("u-manager");

            Page refused = visit.as(TestPerson.manager())
                    .post("/customers/" + own + "/edit", filled("owner", "u-south", "department", "d-south"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("outside your reach");
            assertThat(row("/customers/" + own)).containsEntry("OWNER_ID", "u-manager");
        }

        @Test
        void asksAboutTheRegionAsItWillBe() {
            TestPerson east = TestPerson.of(
                    "u-x",
                    Map.of("customer", List.of("view", "edit")),
                    Map.of("customer", List.of(Map.of("level", "custom", "regions", List.of("east")))));
            long inEast = jdbc.queryForList("SELECT id FROM customer WHERE region = 'east'", Long.class)
                    .get(0);

            assertThat(visit.as(east)
                            .post("/customers/" + inEast + "/edit", filled("region", "west"))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void givesItToSomebodyElseWhereBothAreInReach() {
            long any = customerOf("u-rep");

            Page saved = visit.as(TestPerson.administrator())
                    .post("/customers/" + any + "/edit", filled("owner", "u-south", "department", "d-south"));

            assertThat(row(saved.redirect()))
                    .containsEntry("OWNER_ID", "u-south")
                    .containsEntry("DEPARTMENT_ID", "d-south");
        }

        @Test
        void overwritesNothingThatThePersonHasNotSeen() {
            long own = customerOf("u-rep");
            jdbc.update("UPDATE customer SET version = 5 WHERE id = ?", own);

            Page refused = visit.as(TestPerson.rep()).post("/customers/" + own + "/edit", filled("name", "x"));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("Somebody else has changed");
        }

        @Test
        void showsTextAsText() {
            long own = customerOf("u-rep");
            Browser rep = visit.as(TestPerson.rep());

            rep.post("/customers/" + own + "/edit", filled("name", "<script>alert(1)</script>"));

            assertThat(rep.get("/customers/" + own).text())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script");
        }
    }

    @Test
    void isDeletedByThoseWhoMay() {
        long any = customerOf("u-rep");
        Browser administrator = visit.as(TestPerson.administrator());

        administrator.post("/customers/" + any + "/delete");

        assertThat(administrator.get("/customers/" + any).status()).isEqualTo(404);
    }

    private long customerOf(String owner) {
        return jdbc.queryForList("SELECT id FROM customer WHERE owner_id = ? ORDER BY id", Long.class, owner)
                .get(0);
    }

    private Map<String, Object> row(String path) {
        return jdbc.queryForMap("SELECT * FROM customer WHERE id = ?", Long.valueOf(path.replaceAll("\\D", "")));
    }

    /** The form with everything in it; what is given later wins. */
    private static String[] filled(String... changes) {
        var fields = new LinkedHashMap<>(Map.of(
                "version", "0", "name", "某某有限公司", "city", "上海", "stage", "NEW", "amount", "120000", "region", "east"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
