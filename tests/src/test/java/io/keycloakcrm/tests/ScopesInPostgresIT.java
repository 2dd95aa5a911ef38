package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.Columns;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.RecordScope;
import io.keycloakcrm.claims.SqlDialect;
import io.keycloakcrm.claims.SqlFilter;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a data scope selects in PostgreSQL is what it includes in memory; H2 and JPA are held to the same beside the library. */
@Tag("postgres-only")
@WithKeycloak
final class ScopesInPostgresIT {

    private static final long SEED = Long.getLong("claims.seed", 20_240_118L);
    private static final String ME = "u0";
    private static final List<DataScopeLevel> LEVELS = List.of(DataScopeLevel.values());
    private static final Columns COLUMNS = Columns.of("c.owner_id", "c.dept_id", "c.region");

    private final Random random = new Random(SEED);
    private final List<CrmRecord> records =
            Stream.generate(this::record).limit(500).toList();
    private final Connection connection;
    private final Set<SqlDialect> dialects;

    ScopesInPostgresIT(Crm crm) throws SQLException {
        connection = crm.connect();
        // The suite may be held against another server, which has the standard alone.
        dialects = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? Set.of(SqlDialect.values())
                : Set.of(SqlDialect.STANDARD);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE scoped_customer"
                    + " (id INT PRIMARY KEY, owner_id VARCHAR(36), dept_id VARCHAR(36), region VARCHAR(36))");
        }
        insert();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void selectWhatTheyIncludeInMemory() throws SQLException {
        for (int i = 0; i < 200; i++) {
            RecordScope scope = scope();
            for (SqlDialect dialect : dialects) {
                assertThat(selected("", scope, dialect))
                        .as("seed %d, round %d, %s: %s", SEED, i, dialect, scope)
                        .isEqualTo(included(scope));
            }
        }
    }

    @Test
    void selectTheOthersUnderNot() throws SQLException {
        for (int i = 0; i < 200; i++) {
            RecordScope scope = scope();
            Set<Integer> others = ids();
            others.removeAll(included(scope));
            for (SqlDialect dialect : dialects) {
                assertThat(selected("NOT ", scope, dialect))
                        .as("seed %d, round %d, %s: %s", SEED, i, dialect, scope)
                        .isEqualTo(others);
            }
        }
    }

    @Test
    void mayHoldTenThousandDepartments() throws SQLException {
        List<String> company = IntStream.range(0, 10_000).mapToObj(n -> "d" + n).toList();
        RecordScope scope = new RecordScope(
                ME,
                List.of(
                        new Grant(DataScopeLevel.DEPARTMENT_TREE, DepartmentSet.of(company), Set.of("r1")),
                        new Grant(
                                DataScopeLevel.DEPARTMENT, DepartmentSet.of(company.subList(0, 5_000)), Set.of("r2"))));
        for (SqlDialect dialect : dialects) {
            assertThat(selected("", scope, dialect)).as("%s", dialect).isEqualTo(included(scope));
        }
    }

    private Set<Integer> included(RecordScope scope) {
        Set<Integer> ids = ids();
        ids.removeIf(id -> !scope.includes(records.get(id)));
        return ids;
    }

    private Set<Integer> ids() {
        return IntStream.range(0, records.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> selected(String not, RecordScope scope, SqlDialect dialect) throws SQLException {
        SqlFilter where = scope.where(COLUMNS, dialect);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT c.id FROM scoped_customer c WHERE c.id >= ? AND " + not + where.sql())) {
            statement.setInt(1, 0);
            where.bind(statement, 2);
            Set<Integer> ids = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }

    private void insert() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO scoped_customer VALUES (?, ?, ?, ?)")) {
            for (int id = 0; id < records.size(); id++) {
                statement.setInt(1, id);
                statement.setString(2, records.get(id).owner());
                statement.setString(3, records.get(id).department());
                statement.setString(4, records.get(id).region());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private RecordScope scope() {
        return new RecordScope(
                ME, Stream.generate(this::grant).limit(random.nextInt(5)).toList());
    }

    private Grant grant() {
        DataScopeLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
        if (level == DataScopeLevel.ALL) {
            return random.nextInt(4) == 0 ? Grant.all() : Grant.self();
        }
        boolean departments = level.meansDepartments() || random.nextBoolean();
        boolean regions = (level == DataScopeLevel.CUSTOM && !departments) || random.nextInt(3) == 0;
        return new Grant(level, departments ? DepartmentSet.of(some("d", 12)) : null, regions ? some("r", 4) : null);
    }

    private CrmRecord record() {
        return new CrmRecord(maybe("u", 3), maybe("d", 12), maybe("r", 4));
    }

    private Set<String> some(String prefix, int range) {
        return random.ints(1 + random.nextInt(3), 0, range)
                .mapToObj(n -> prefix + n)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable String maybe(String prefix, int range) {
        return random.nextInt(5) == 0 ? null : prefix + random.nextInt(range);
    }
}
