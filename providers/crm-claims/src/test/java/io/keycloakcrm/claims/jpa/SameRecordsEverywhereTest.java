package io.keycloakcrm.claims.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.Columns;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.RandomWorld;
import io.keycloakcrm.claims.RecordScope;
import io.keycloakcrm.claims.SqlDialect;
import io.keycloakcrm.claims.SqlFilter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A scope is one set of records, whoever selects them. PostgreSQL's part is in the integration tests. */
class SameRecordsEverywhereTest {

    private static final Columns COLUMNS = Columns.of("c.owner_id", "dept_id", "region");
    private static final RandomWorld WORLD = new RandomWorld();
    private static final List<CustomerEntity> CUSTOMERS = IntStream.range(0, 300)
            .mapToObj(id -> new CustomerEntity(id, WORLD.record()))
            .toList();

    private static EntityManagerFactory factory;

    @BeforeAll
    static void insertTheRecords() {
        factory = new PersistenceConfiguration("customers")
                .managedClass(CustomerEntity.class)
                .property("jakarta.persistence.jdbc.url", "jdbc:h2:mem:customers;DB_CLOSE_DELAY=-1")
                .property("jakarta.persistence.schema-generation.database.action", "create")
                .createEntityManagerFactory();
        factory.runInTransaction(entities -> CUSTOMERS.forEach(entities::persist));
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @Test
    void memorySqlAndCriteriaSelectTheSameRecords() {
        factory.runInTransaction(entities -> {
            for (int i = 0; i < 250; i++) {
                RecordScope scope = scope();
                String what = "seed %d, round %d: %s".formatted(RandomWorld.SEED, i, scope);
                Set<Integer> expected = inMemory(scope);
                assertThat(bySql(entities, scope, SqlDialect.STANDARD, ""))
                        .as(what)
                        .isEqualTo(expected);
                assertThat(bySql(entities, scope, SqlDialect.POSTGRESQL, ""))
                        .as(what)
                        .isEqualTo(expected);
                assertThat(byCriteria(entities, scope, false)).as(what).isEqualTo(expected);
            }
        });
    }

    @Test
    void underNotTheySelectAllTheOthers() {
        factory.runInTransaction(entities -> {
            for (int i = 0; i < 250; i++) {
                RecordScope scope = scope();
                String what = "seed %d, round %d: %s".formatted(RandomWorld.SEED, i, scope);
                Set<Integer> expected =
                        IntStream.range(0, CUSTOMERS.size()).boxed().collect(Collectors.toSet());
                expected.removeAll(inMemory(scope));
                assertThat(bySql(entities, scope, SqlDialect.STANDARD, "NOT "))
                        .as(what)
                        .isEqualTo(expected);
                assertThat(bySql(entities, scope, SqlDialect.POSTGRESQL, "NOT "))
                        .as(what)
                        .isEqualTo(expected);
                assertThat(byCriteria(entities, scope, true)).as(what).isEqualTo(expected);
            }
        });
    }

    private static RecordScope scope() {
        List<Grant> grants = new ArrayList<>();
        for (int count = WORLD.upTo(4); count > 0; count--) {
            grants.add(WORLD.grant());
        }
        return new RecordScope(RandomWorld.ME, grants);
    }

    private static Set<Integer> inMemory(RecordScope scope) {
        return CUSTOMERS.stream()
                .filter(customer -> scope.includes(customer.record()))
                .map(CustomerEntity::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> bySql(EntityManager entities, RecordScope scope, SqlDialect dialect, String not) {
        SqlFilter where = scope.where(COLUMNS, dialect);
        return entities.unwrap(Session.class)
                .doReturningWork(connection ->
                        select(connection, "SELECT c.id FROM customer c WHERE c.id >= ? AND " + not, where));
    }

    private static Set<Integer> select(Connection connection, String sql, SqlFilter where) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + where.sql())) {
            statement.setInt(1, 0);
            assertThat(where.bind(statement, 2))
                    .isEqualTo(2 + where.parameters().size());
            Set<Integer> ids = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }

    private static Set<Integer> byCriteria(EntityManager entities, RecordScope scope, boolean not) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Integer> query = builder.createQuery(Integer.class);
        Root<CustomerEntity> customer = query.from(CustomerEntity.class);
        Predicate where = JpaFilter.where(
                scope,
                builder,
                JpaPaths.of(customer.get("ownerId"), customer.get("departmentId"), customer.get("region")));
        query.select(customer.get("id")).where(not ? builder.not(where) : where);
        return new TreeSet<>(entities.createQuery(query).getResultList());
    }
}
