package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.DemoRealms;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo realm that is imported is the realm that setup makes. */
@WithKeycloak
final class DemoRealmIT {

    private final Crm crm;
    private final RealmApi realm;

    DemoRealmIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.realm("crm");
    }

    @BeforeAll
    void importAsAtStart(@TempDir Path directory) throws IOException {
        DemoRealms.imported(crm, directory);
    }

    @Test
    void holdsEveryPartAsSetupWouldMakeIt() {
        JsonNode status = realm.get("crm/setup").expect(200).json();

        assertThat(status.path("complete").asBoolean()).as("%s", status).isTrue();
        assertThat(status.path("items").findValuesAsText("state"))
                .as("%s", status)
                .containsOnly("present");
    }

    @Test
    void leavesSetupNothingToChange() {
        JsonNode report = realm.post("crm/setup", Map.of()).expect(200).json();

        assertThat(report.path("items").findValuesAsText("result"))
                .as("%s", report)
                .containsOnly("unchanged");
    }

    @Test
    void listsItsPeopleAsStaffWithTheirDepartments() {
        JsonNode staff = realm.get("crm/staff?max=500").expect(200).json();

        assertThat(staff.path("total").asInt()).isGreaterThan(5);
        assertThat(staff.path("items"))
                .allSatisfy(member -> assertThat(
                                member.path("department").path("path").asText())
                        .as("%s", member)
                        .isNotEmpty());
    }
}
