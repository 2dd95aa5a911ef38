package io.keycloakcrm.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ReportsTest {

    @Autowired
    private Visit visit;

    @Test
    void sumUpWhatThePersonMayReportOn() {
        assertThat(visit.as(TestPerson.administrator()).get("/reports").text())
                .contains("销售部/华东区/上海组", "销售部/华南区", ">80<");
        assertThat(visit.as(TestPerson.manager()).get("/reports").text())
                .contains("销售部/华东区", ">10<")
                .doesNotContain("上海组", "华南区", ">40<");
    }

    @Test
    void areHiddenFromAndClosedToThoseWithoutThePermission() {
        Browser nobody = visit.as(TestPerson.nobody());

        assertThat(nobody.get("/customers").links("/reports")).isFalse();
        assertThat(nobody.get("/reports").status()).isEqualTo(403);
        assertThat(nobody.get("/reports.csv").status()).isEqualTo(403);
    }

    @Test
    void areExportedByThoseWhoMay() {
        assertThat(visit.as(TestPerson.rep()).get("/reports").links("/reports.csv"))
                .isFalse();
        assertThat(visit.as(TestPerson.rep()).get("/reports.csv").status()).isEqualTo(403);
        assertThat(visit.as(TestPerson.manager()).get("/reports").links("/reports.csv"))
                .isTrue();
        assertThat(visit.as(TestPerson.manager()).get("/reports.csv").text())
                .contains("\"销售部/华东区\",10,")
                .doesNotContain("华南区");
    }
}
