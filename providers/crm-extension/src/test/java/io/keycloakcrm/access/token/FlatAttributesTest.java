package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.CrmClaim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatAttributesTest {

    private static Map<String, List<String>> attributes(Map<String, ?> claim) {
        return new FlatAttributes(CrmClaim.parse(claim)).toMap();
    }

    @Test
    void sayEachFact() {
        assertThat(attributes(Map.of(
                        "v",
                        1,
                        "employee_number",
                        "GH01001",
                        "department",
                        Map.of("id", "d1", "path", "销售部/华东区"),
                        "roles",
                        List.of("finance", "sales-rep"))))
                .containsOnly(
                        Map.entry("crm.v", List.of("1")),
                        Map.entry("crm.employee_number", List.of("GH01001")),
                        Map.entry("crm.department.id", List.of("d1")),
                        Map.entry("crm.department.path", List.of("销售部/华东区")),
                        Map.entry("crm.roles", List.of("finance", "sales-rep")));
    }

    @Test
    void sayPermissionsAsTheyAreCalled() {
        assertThat(attributes(Map.of("v", 1, "permissions", Map.of("customer", List.of("view", "edit")))))
                .containsEntry("crm.permissions", List.of("customer:view", "customer:edit"));
    }

    @Test
    void sayDataScopesInTheWordsOfAdministrators() {
        var grants = List.of(
                Map.of("level", "custom", "departments", List.of("b", "a"), "regions", List.of("east")),
                Map.of("level", "self"));

        assertThat(attributes(Map.of("v", 1, "data_scopes", Map.of("customer:edit", grants))))
                .containsEntry(
                        "crm.data_scopes",
                        List.of("customer:edit=custom;departments=b,a;regions=east", "customer:edit=self"));
    }

    @Test
    void sayThatAScopeGrantsNothing() {
        assertThat(attributes(Map.of("v", 1, "data_scopes", Map.of("customer", List.of()))))
                .containsEntry("crm.data_scopes", List.of("customer="));
    }
}
