package io.keycloakcrm.claims;

import io.keycloakcrm.claims.rules.DepartmentTree;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People, departments and records made up by chance, few enough that they meet. The same seed makes the same world; without
 * {@code -Dclaims.seed=…} it is always the same one, so that a build says the same twice.
 */
public final class RandomWorld {

    public static final long SEED = Long.getLong("claims.seed", 20_240_118L);
    public static final List<String> MODULES = List.of("customer", "contract", "lead");
    public static final List<String> OPERATIONS = List.of("view", "edit");
    public static final String ME = "u0";

    private static final int DEPARTMENTS = 9;

    private final Random random = new Random(SEED);

    /** Departments d1 to d9; the parent of d(n) is d(n/2). */
    public DepartmentTree tree() {
        Set<String> own = subset("d", DEPARTMENTS, random.nextInt(3));
        return new DepartmentTree() {
            @Override
            public Set<String> own() {
                return own;
            }

            @Override
            public DepartmentSet withDescendants(Set<String> departmentIds) {
                return DepartmentSet.of(IntStream.rangeClosed(1, DEPARTMENTS)
                        .filter(n -> departmentIds.contains("d" + n)
                                || departmentIds.contains("d" + n / 2)
                                || departmentIds.contains("d" + n / 4)
                                || departmentIds.contains("d" + n / 8))
                        .mapToObj(n -> "d" + n)
                        .toList());
            }
        };
    }

    public List<ScopeRules> roles() {
        return Stream.generate(() -> rules(6)).limit(random.nextInt(4)).toList();
    }

    public ScopeRules rules(int mostKeys) {
        Map<ScopeKey, List<ScopeEntry>> entries = new TreeMap<>();
        for (int keys = random.nextInt(mostKeys + 1); keys > 0; keys--) {
            entries.put(key(), some(this::entry));
        }
        return new ScopeRules(entries, List.of());
    }

    public DataScopes dataScopes() {
        Map<ScopeKey, List<Grant>> grants = new TreeMap<>();
        for (int keys = random.nextInt(5); keys > 0; keys--) {
            grants.put(key(), some(this::grant));
        }
        return new DataScopes(grants);
    }

    public CrmClaim claim() {
        return CrmClaim.of(
                new Employment("GH" + random.nextInt(100), "active", null, null, "u1"),
                random.nextBoolean() ? new Department("d1", "销售部/华东区") : null,
                subset("role", 5, random.nextInt(4)),
                List.of(new Permission("customer", "view"), new Permission("lead", "edit")),
                dataScopes());
    }

    public Grant grant() {
        DataScopeLevel level = pick(List.of(DataScopeLevel.values()));
        if (level == DataScopeLevel.ALL) {
            // Seldom: it swallows everything else.
            return random.nextInt(4) == 0 ? Grant.all() : Grant.self();
        }
        boolean departments = level.meansDepartments() || random.nextBoolean();
        boolean regions = (level == DataScopeLevel.CUSTOM && !departments) || random.nextInt(3) == 0;
        return new Grant(
                level,
                departments ? DepartmentSet.of(subset("d", DEPARTMENTS, 1 + random.nextInt(4))) : null,
                regions ? subset("r", 3, 1 + random.nextInt(2)) : null);
    }

    private ScopeEntry entry() {
        Grant grant = grant();
        boolean own = grant.level().meansDepartments() && random.nextBoolean();
        Set<String> departments =
                !own && grant.departments() instanceof DepartmentSet set ? new LinkedHashSet<>(set.ids()) : Set.of();
        return new ScopeEntry(grant.level(), departments, grant.regions() == null ? Set.of() : grant.regions());
    }

    public CrmRecord record() {
        return new CrmRecord(maybe("u", 3), maybe("d", DEPARTMENTS + 2), maybe("r", 4));
    }

    public List<CrmRecord> records(int count) {
        return Stream.generate(this::record).limit(count).toList();
    }

    public int upTo(int bound) {
        return random.nextInt(bound + 1);
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private ScopeKey key() {
        return switch (random.nextInt(4)) {
            case 0 -> ScopeKey.EVERY_MODULE;
            case 1 -> new ScopeKey(pick(MODULES), pick(OPERATIONS));
            default -> new ScopeKey(pick(MODULES), null);
        };
    }

    private <T> List<T> some(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4)).toList();
    }

    private Set<String> subset(String prefix, int range, int size) {
        List<String> names = new ArrayList<>();
        while (names.size() < size) {
            names.add(prefix + (1 + random.nextInt(range)));
        }
        return new LinkedHashSet<>(names);
    }

    private @Nullable String maybe(String prefix, int range) {
        return random.nextInt(5) == 0 ? null : prefix + random.nextInt(range);
    }
}
