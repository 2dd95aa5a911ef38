package io.keycloakcrm.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class AccessPageTest {

    @Autowired
    private Visit visit;

    @Test
    void saysInWordsWhatTheClaimSays() {
        assertThat(visit.as(TestPerson.manager()).get("/access").text())
                .contains(
                        "Of department 销售部/华东区, 销售部/华东区/上海组", "Your own", "Of department 销售部/华东区<", "department_tree");
    }

    @Test
    void namesConditionsThatHaveToHoldTogether() {
        TestPerson person = TestPerson.of(
                "u-x",
                Map.of("customer", List.of("view")),
                Map.of(
                        "customer",
                        List.of(Map.of(
                                "level", "custom", "departments", List.of("d-east"), "regions", List.of("east")))));

        assertThat(visit.as(person).get("/access").text()).contains("Of department 销售部/华东区 and In region East");
    }

    @Test
    void goesByTheNamesThatAdministratorsGave() {
        TestPerson person = TestPerson.of(
                "u-x",
                Map.of("vehicle", List.of("view", "refuel")),
                Map.of("vehicle", List.of(TestPerson.grant("department", "unknown-1", "unknown-2"))));

        assertThat(visit.as(person).get("/access").text()).contains("vehicle", "view, refuel", "Of 2 departments");
    }

    @Test
    void tellsThoseWhoMayDoNothingWhomToAsk() {
        assertThat(visit.as(TestPerson.nobody()).get("/access").text()).contains("Your administrator can give you");
    }

    @Test
    void saysPermissionsWithoutReachAsWhatTheyAre() {
        TestPerson person = TestPerson.of("u-x", Map.of("customer", List.of("view")), Map.of());

        assertThat(visit.as(person).get("/access").text()).contains("no data scope reaches a record");
    }

    @Test
    void speaksThePersonsLanguage() {
        assertThat(visit.as(TestPerson.rep().with("locale", "zh-CN"))
                        .get("/access")
                        .text())
                .contains("lang=\"zh-CN\"", "我能做什么？", "自己负责的");
        assertThat(visit.as(TestPerson.rep().with("locale", "zh-TW"))
                        .get("/access")
                        .text())
                .contains("lang=\"zh-TW\"", "我能做什麼？", "自己負責的");
    }

    @Test
    void speaksTheLanguageThatThePersonChooses() {
        Browser browser = visit.as(TestPerson.rep().with("locale", "zh-CN"));

        browser.get("/access?lang=en");

        assertThat(browser.get("/customers").text()).contains("lang=\"en\"", "Customers");
    }
}
