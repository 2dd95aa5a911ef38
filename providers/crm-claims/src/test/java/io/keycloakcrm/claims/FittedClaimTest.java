package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FittedClaimTest {

    private static final List<String> MODULES =
            List.of("lead", "customer", "opportunity", "contract", "order", "report", "settings");
    private static final List<String> OPERATIONS =
            List.of("view", "create", "edit", "delete", "export", "import", "assign");

    @Test
    void aClaimThatFitsStaysAsItIs() {
        CrmClaim claim = claimOf(Grant.self(), tree("a", "b"));
        FittedClaim fitted = claim.fit(4096);
        assertThat(fitted.claim()).isEqualTo(claim);
        assertThat(fitted.departments().isEmpty()).isTrue();
        assertThat(fitted.bytes()).isEqualTo(Json.bytes(claim.toMap()).length);
    }

    @Test
    void theListThatSavesMostLeavesFirst() {
        Grant large = departments(DataScopeLevel.CUSTOM, ids(100));
        Grant small = departments(DataScopeLevel.DEPARTMENT, ids(10));
        FittedClaim fitted = claimOf(small, large).fit(1000);
        assertThat(fitted.claim().dataScopes().grantsFor("customer", "view"))
                .containsExactly(small, new Grant(DataScopeLevel.CUSTOM, new DepartmentReference(0), null));
        assertThat(fitted.departments().toList()).hasSize(1);
        assertThat(fitted.bytes()).isLessThanOrEqualTo(1000);
    }

    @Test
    void grantsThatShareAListReferToOne() {
        Grant tree = departments(DataScopeLevel.DEPARTMENT_TREE, ids(500));
        Map<ScopeKey, List<Grant>> scopes = new TreeMap<>();
        MODULES.forEach(module -> scopes.put(new ScopeKey(module, null), List.of(tree)));
        FittedClaim fitted = claim(List.of(), new DataScopes(scopes)).fit(4096);
        assertThat(fitted.departments().toList()).hasSize(1);
        assertThat(fitted.bytes()).isLessThanOrEqualTo(4096);
    }

    @Test
    void tenThousandDepartmentsAndTwoHundredRolesFitIntoFourKilobytes() {
        List<String> company = ids(10_000);
        List<Grant> grants = new ArrayList<>(List.of(Grant.self()));
        grants.add(departments(DataScopeLevel.DEPARTMENT_TREE, company));
        for (int role = 0; role < 200; role++) {
            grants.add(departments(DataScopeLevel.CUSTOM, List.of("secret-" + role, "shared")));
            grants.add(new Grant(DataScopeLevel.CUSTOM, null, Set.of("region-" + role % 4)));
        }
        List<String> roles =
                IntStream.range(0, 200).mapToObj(n -> "role-%03d".formatted(n)).toList();
        CrmClaim claim = claim(roles, new DataScopes(Map.of(ScopeKey.EVERY_MODULE, grants)).compact());

        FittedClaim fitted = claim.fit(4096);

        assertThat(fitted.bytes())
                .isLessThanOrEqualTo(4096)
                .isEqualTo(Json.bytes(fitted.claim().toMap()).length);
        assertThat(fitted.departments().toList()).contains(company);
        assertThat(fitted.claim().roles()).hasSize(200);
    }

    @Test
    void whatCannotLeaveStaysWholeThoughItIsTooMuch() {
        List<String> roles = ids(200);
        FittedClaim fitted = claim(roles, DataScopes.NONE).fit(4096);
        assertThat(fitted.claim().roles()).containsExactlyElementsOf(roles);
        assertThat(fitted.bytes()).isGreaterThan(4096);
    }

    @Test
    void nothingChangesButTheForm() {
        var world = new RandomWorld();
        for (int i = 0; i < 500; i++) {
            CrmClaim claim = world.claim();
            FittedClaim fitted = claim.fit(world.upTo(800));
            CrmAccess before = CrmAccess.of(RandomWorld.ME, permittingAll(claim));
            CrmAccess after =
                    CrmAccess.of(RandomWorld.ME, permittingAll(fitted.claim().resolve(fitted.departments())));
            assertThat(world.records(20))
                    .as("seed %d, round %d: %s", RandomWorld.SEED, i, claim)
                    .allSatisfy(record -> {
                        for (String module : RandomWorld.MODULES) {
                            assertThat(after.allows(module, "edit", record))
                                    .isEqualTo(before.allows(module, "edit", record));
                        }
                    });
            assertThat(fitted.bytes()).isEqualTo(Json.bytes(fitted.claim().toMap()).length);
        }
    }

    @Test
    void aTokenWithItsListsBesideTheClaimIsReadAsOne() {
        CrmClaim claim = claimOf(tree(ids(300).toArray(String[]::new)));
        FittedClaim fitted = claim.fit(500);
        Map<String, Object> token = Map.of(
                "crm", fitted.claim().toMap(),
                "crm_departments", fitted.departments().toList());
        assertThat(CrmClaim.ofToken(token)).isEqualTo(claim);
    }

    @Test
    void aTokenSaysWhereItsListsAre() {
        var source = new DepartmentsSource(URI.create("https://sso.example/realms/crm/crm/access"));
        Map<String, Object> token = new HashMap<>(source.toMap());
        assertThat(DepartmentsSource.in(token)).contains(source);
        assertThat(DepartmentsSource.in(Map.of("sub", "me"))).isEmpty();
    }

    @Test
    void aSourceThatIsNamedButNotDescribedIsRefused() {
        Map<String, Object> token = Json.object("{'_claim_names':{'crm_departments':'x'},'_claim_sources':{}}");
        assertThatExceptionOfType(MalformedClaimException.class)
                .isThrownBy(() -> DepartmentsSource.in(token))
                .satisfies(e -> assertThat(e.path()).isEqualTo("_claim_sources.x"));
    }

    @Test
    void aListThatIsMissingIsRefused() {
        CrmClaim claim = claimOf(new Grant(DataScopeLevel.DEPARTMENT, new DepartmentReference(3), null));
        assertThatExceptionOfType(MalformedClaimException.class)
                .isThrownBy(() -> claim.resolve(DepartmentLists.parse(List.of(List.of("d1")))))
                .withMessageContaining("crm_departments has no list 3");
    }

    private static CrmClaim claimOf(Grant... grants) {
        return claim(List.of("sales-rep"), new DataScopes(Map.of(ScopeKey.EVERY_MODULE, List.of(grants))));
    }

    private static CrmClaim claim(List<String> roles, DataScopes scopes) {
        List<Permission> permissions = MODULES.stream()
                .flatMap(module -> OPERATIONS.stream().map(operation -> new Permission(module, operation)))
                .toList();
        return CrmClaim.of(
                Employment.UNKNOWN, null, roles, roles.isEmpty() ? List.of() : permissions.subList(0, 7), scopes);
    }

    private static CrmClaim permittingAll(CrmClaim claim) {
        return CrmClaim.of(
                Employment.UNKNOWN,
                null,
                List.of(),
                RandomWorld.MODULES.stream()
                        .map(module -> new Permission(module, "edit"))
                        .toList(),
                claim.dataScopes());
    }

    private static Grant tree(String... ids) {
        return departments(DataScopeLevel.DEPARTMENT_TREE, List.of(ids));
    }

    private static Grant departments(DataScopeLevel level, List<String> ids) {
        return new Grant(level, DepartmentSet.of(ids), null);
    }

    private static List<String> ids(int count) {
        return Stream.iterate(0, n -> n + 1)
                .limit(count)
                .map(n -> new UUID(count, n).toString())
                .toList();
    }
}
