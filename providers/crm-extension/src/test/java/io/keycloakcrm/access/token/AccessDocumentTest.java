package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.FittedClaim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessDocumentTest {

    private static final DepartmentLists LISTS =
            new DepartmentLists(List.of(DepartmentSet.of(List.of("d1", "d2")), DepartmentSet.of(List.of("d3"))));

    private final AccessDocument document =
            new AccessDocument("crm", new FittedClaim(CrmClaim.parse(claim(0, 1)), LISTS, 200));

    private static Map<String, Object> claim(int ofCustomers, int ofContracts) {
        return Map.of("v", 1, "data_scopes", Map.of("customer", grants(ofCustomers), "contract", grants(ofContracts)));
    }

    private static List<Map<String, Object>> grants(int list) {
        return List.of(Map.of("level", "department_tree", "departments", "crm_departments#" + list));
    }

    @Test
    void answersATokenWithTheSameReferences() {
        assertThat(document.answers(Map.of("crm", claim(0, 1)))).isTrue();
    }

    @Test
    void answersNoTokenWhoseReferencesWouldMeanOtherLists() {
        assertThat(document.answers(Map.of("crm", claim(1, 0)))).isFalse();
        assertThat(document.answers(Map.of("crm", claim(0, 0)))).isFalse();
    }

    @Test
    void answersAnyTokenWithoutReferences() {
        assertThat(document.answers(Map.of())).isTrue();
        assertThat(document.answers(Map.of("crm", Map.of("v", 1)))).isTrue();
    }

    @Test
    void answersNoTokenOfAnotherVersion() {
        assertThat(document.answers(Map.of("crm", Map.of("v", 2)))).isFalse();
    }

    @Test
    void isReadAsAWhole() {
        assertThat(CrmClaim.ofToken(document.toMap()).unresolved()).isFalse();
    }
}
