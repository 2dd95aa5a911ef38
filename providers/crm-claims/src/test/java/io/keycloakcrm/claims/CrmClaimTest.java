package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrmClaimTest {

    private static final Map<String, Object> GOLDEN = Json.resource("sales-rep.json");

    private static final CrmClaim SALES_REP = CrmClaim.of(
            new Employment(
                    "GH01001", "active", "销售代表", LocalDate.of(2024, 1, 18), "0c6e4f5e-6d3a-4a51-9d0e-2f1f6f1f7a01"),
            new Department("d-east", "销售部/华东区"),
            List.of("sales-rep"),
            List.of(
                    new Permission("customer", "view"),
                    new Permission("customer", "create"),
                    new Permission("customer", "edit"),
                    new Permission("report", "view")),
            new DataScopes(Map.of(
                    ScopeKey.EVERY_MODULE,
                    List.of(Grant.self()),
                    new ScopeKey("customer", null),
                    List.of(new Grant(
                            DataScopeLevel.DEPARTMENT_TREE, DepartmentSet.of(List.of("d-east", "d-shanghai")), null)),
                    new ScopeKey("customer", "edit"),
                    List.of(Grant.self()),
                    new ScopeKey("contract", null),
                    List.of(
                            new Grant(DataScopeLevel.CUSTOM, DepartmentSet.of(List.of("d-legal")), Set.of("east")),
                            Grant.self()))));

    @Test
    void writesTheGoldenClaim() {
        assertThat(SALES_REP.toMap()).isEqualTo(GOLDEN);
    }

    @Test
    void readsTheGoldenClaim() {
        assertThat(CrmClaim.parse(GOLDEN)).isEqualTo(SALES_REP);
    }

    @Test
    void readsBackWhateverItWrites() {
        var world = new RandomWorld();
        for (int i = 0; i < 500; i++) {
            CrmClaim claim = world.claim();
            assertThat(CrmClaim.parse(Json.object(new String(Json.bytes(claim.toMap()), StandardCharsets.UTF_8))))
                    .as("seed %d, round %d", RandomWorld.SEED, i)
                    .isEqualTo(claim);
        }
    }

    @Test
    void whatIsAbsentIsNotGranted() {
        CrmClaim claim = CrmClaim.parse(Map.of("v", 1));
        assertThat(claim.permits("customer", "view")).isFalse();
        assertThat(claim.dataScopes().grantsFor("customer", "view")).isEmpty();
        assertThat(claim.department()).isNull();
        assertThat(claim.toMap()).isEqualTo(Map.of("v", 1));
    }

    @Test
    void ignoresFieldsThatALaterReleaseMayAdd() {
        assertThat(CrmClaim.parse(
                        Json.object("{'v':1,'cost_centre':4711,'department':{'id':'d','path':'D','head':'u'}}")))
                .isEqualTo(CrmClaim.parse(Json.object("{'v':1,'department':{'id':'d','path':'D'}}")));
    }

    @Test
    void neverWritesABlankText() {
        assertThat(new Employment(" ", "", null, null, null)).isEqualTo(Employment.UNKNOWN);
    }

    @Test
    void takesTheVersionInWhateverNumberALibraryReadsIt() {
        assertThat(List.of(1, 1L, 1.0, new BigDecimal("1")))
                .allSatisfy(v -> assertThat(CrmClaim.parse(Map.of("v", v))).isNotNull());
    }

    @Test
    void theMostSpecificKeyIsTheWholeAnswer() {
        assertThat(SALES_REP.dataScopes().grantsFor("customer", "edit")).containsExactly(Grant.self());
        assertThat(SALES_REP.dataScopes().grantsFor("customer", "view"))
                .extracting(Grant::level)
                .containsExactly(DataScopeLevel.DEPARTMENT_TREE);
        assertThat(SALES_REP.dataScopes().grantsFor("lead", "view")).containsExactly(Grant.self());
    }

    @Test
    void anEmptyListIsNothingWhateverWiderKeysSay() {
        CrmClaim claim = CrmClaim.parse(Json.object("{'v':1,'data_scopes':{'*':[{'level':'all'}],'customer':[]}}"));
        assertThat(claim.dataScopes().grantsFor("customer", "view")).isEmpty();
    }
}
