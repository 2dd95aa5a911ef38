package io.keycloakcrm.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class CustomerListTest {

    @Autowired
    private Visit visit;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void showsASellerTheOwnCustomers() {
        assertThat(all(visit.as(TestPerson.rep()), "")).containsExactlyInAnyOrderElementsOf(ids("owner_id = 'u-rep'"));
    }

    @Test
    void showsAManagerThoseOfTheDepartmentsWhoeverOwnsThem() {
        assertThat(all(visit.as(TestPerson.manager()), ""))
                .containsExactlyInAnyOrderElementsOf(ids("department_id IN ('d-east', 'd-shanghai')"));
    }

    @Test
    void showsThoseOfARegion() {
        TestPerson south = TestPerson.of(
                "u-south",
                Map.of("customer", List.of("view")),
                Map.of("customer", List.of(Map.of("level", "custom", "regions", List.of("south", "west")))));

        assertThat(all(visit.as(south), "")).containsExactlyInAnyOrderElementsOf(ids("region IN ('south', 'west')"));
    }

    @Test
    void showsAnAdministratorAll() {
        assertThat(all(visit.as(TestPerson.administrator()), "")).hasSize(80);
    }

    @Test
    void showsNothingWithoutThePermissionAndSaysWhy() {
        Page page = visit.as(TestPerson.nobody()).get("/customers");

        assertThat(page.customers()).isEmpty();
        assertThat(page.text()).contains("no permission to see customers");
    }

    @Test
    void findsNothingBeyondTheReach() {
        Browser rep = visit.as(TestPerson.rep());
        String foreign = jdbc.queryForObject(
                "SELECT name FROM customer WHERE owner_id = 'u-south' FETCH FIRST ROW ONLY", String.class);

        assertThat(rep.get("/customers?q=" + encoded(String.valueOf(foreign))).customers())
                .isEmpty();
        assertThat(rep.get("/customers?q=" + encoded("' OR 1=1 --")).customers())
                .isEmpty();
    }

    @Test
    void takesWildcardsForLetters() {
        assertThat(visit.as(TestPerson.administrator()).get("/customers?q=%25").customers())
                .isEmpty();
        assertThat(visit.as(TestPerson.administrator()).get("/customers?q=_").customers())
                .isEmpty();
    }

    @Test
    void narrowsByStage() {
        assertThat(all(visit.as(TestPerson.rep()), "&stage=WON"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ids("owner_id = 'u-rep' AND stage = 'WON'"));
    }

    @Test
    void offersToEditOnlyWhatMayBeEdited() {
        Browser manager = visit.as(TestPerson.manager());

        for (int number = 1; number <= 2; number++) {
            Page page = manager.get("/customers?page=" + number);
            assertThat(page.customers())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(page.links("/customers/" + id + "/edit"))
                            .isEqualTo(ids("owner_id = 'u-manager'").contains(id)));
        }
    }

    @Test
    void exportsWhatIsBothInSightAndToBeExported() {
        Page file = visit.as(TestPerson.manager()).get("/customers.csv");

        assertThat(file.response().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.text().lines().skip(1))
                .hasSize(ids("department_id = 'd-east'").size())
                .allMatch(line -> line.contains("\"销售部/华东区\""));
    }

    @Test
    void exportsWhatWasLookedFor() {
        Page file = visit.as(TestPerson.administrator()).get("/customers.csv?stage=WON");

        assertThat(file.text().lines().skip(1)).hasSize(ids("stage = 'WON'").size());
    }

    @Test
    void survivesAPageThatIsNotThere() {
        assertThat(visit.as(TestPerson.rep()).get("/customers?page=99999999").status())
                .isEqualTo(200);
    }

    private static List<Long> all(Browser browser, String filter) {
        List<Long> all = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            all.addAll(browser.get("/customers?page=" + number + filter).customers());
        }
        return all;
    }

    private List<Long> ids(String condition) {
        return jdbc.queryForList("SELECT id FROM customer WHERE " + condition, Long.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
