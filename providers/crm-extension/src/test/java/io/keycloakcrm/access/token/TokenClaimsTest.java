package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.DepartmentsSource;
import io.keycloakcrm.claims.FittedClaim;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenClaimsTest {

    private static final DepartmentsSource SOURCE = new DepartmentsSource(URI.create("https://id.acme.example/access"));
    private static final CrmClaim CLAIM = CrmClaim.parse(Map.of("v", 1, "roles", List.of("sales-rep")));
    private static final DepartmentLists LISTS = new DepartmentLists(List.of(DepartmentSet.of(List.of("d1"))));

    private final Map<String, Object> claims = new HashMap<>();

    @Test
    void nameNoSourceWhereEverythingFits() {
        new TokenClaims(claims).put("crm", new FittedClaim(CLAIM, DepartmentLists.NONE, 30), () -> SOURCE);

        assertThat(claims).containsOnly(Map.entry("crm", CLAIM.toMap()));
    }

    @Test
    void nameTheSourceOfListsThatLeft() {
        new TokenClaims(claims).put("crm", new FittedClaim(CLAIM, LISTS, 30), () -> SOURCE);

        assertThat(DepartmentsSource.in(claims)).contains(SOURCE);
    }

    @Test
    void keepTheSourcesOfOthers() {
        claims.put("_claim_names", Map.of("address", "post"));
        claims.put("_claim_sources", Map.of("post", Map.of("JWT", "…")));

        new TokenClaims(claims).put("crm", new FittedClaim(CLAIM, LISTS, 30), () -> SOURCE);

        assertThat(claims.get("_claim_names")).isEqualTo(Map.of("address", "post", "crm_departments", "crm"));
        assertThat(claims.get("_claim_sources"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("post", "crm");
    }

    @Test
    void replaceWhatAnotherMapperPutThere() {
        claims.put("crm", Map.of("permissions", Map.of("customer", List.of("export"))));

        new TokenClaims(claims).put("crm", new FittedClaim(CLAIM, DepartmentLists.NONE, 30), () -> SOURCE);

        assertThat(claims.get("crm")).isEqualTo(CLAIM.toMap());
    }

    @Test
    void holdNoListsThatAnotherMapperPutThere() {
        claims.put("crm_departments", List.of(List.of("everywhere")));

        new TokenClaims(claims).put("crm", new FittedClaim(CLAIM, LISTS, 30), () -> SOURCE);

        assertThat(claims).doesNotContainKey("crm_departments");
    }
}
