package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.demo.crm.directory.OrgUnit;
import io.keycloakcrm.demo.crm.directory.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Reads and writes single customers. Reading needs a {@link Where}, and there is none without a data scope. */
@Component
final class CustomerTable {

    private static final String FROM = """
            FROM customer c
            LEFT JOIN person p ON p.id = c.owner_id
            LEFT JOIN department d ON d.id = c.department_id""";
    private static final String SELECT = """
            SELECT c.id, c.version, c.name, c.city, c.stage, c.amount, c.region, c.owner_id, c.department_id,
                   p.name AS owner_name, d.path AS department_path
            """ + FROM;

    private final JdbcTemplate queries;
    private final JdbcClient jdbc;

    CustomerTable(JdbcTemplate queries, JdbcClient jdbc) {
        this.queries = queries;
        this.jdbc = jdbc;
    }

    Optional<Customer> find(long id, Where where) {
        where.and("c.id = ?", id);
        return queries.query(SELECT + where.sql(), where::bind, (row, index) -> customer(row)).stream()
                .findFirst();
    }

    List<Customer> page(Where where, int number) {
        int skipped = (number - 1) * CustomerSearch.PAGE_SIZE;
        return queries.query(
                SELECT + where.sql() + " ORDER BY c.name, c.id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                statement -> where.bind(statement, skipped, CustomerSearch.PAGE_SIZE),
                (row, index) -> customer(row));
    }

    int count(Where where) {
        return queries.query("SELECT count(*) " + FROM + where.sql(), where::bind, (row, index) -> row.getInt(1))
                .get(0);
    }

    List<Customer> list(Where where) {
        return queries.query(
                SELECT + where.sql() + " ORDER BY c.name, c.id", where::bind, (row, index) -> customer(row));
    }

    long insert(Facts facts) {
        var key = new GeneratedKeyHolder();
        columns(jdbc.sql("""
                INSERT INTO customer (name, city, stage, amount, region, owner_id, department_id, version)
                VALUES (:name, :city, :stage, :amount, :region, :owner, :department, 0)"""), facts).update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Whether it was still as it was read. */
    boolean update(Customer read, Facts facts) {
        return columns(jdbc.sql("""
                UPDATE customer
                SET name = :name, city = :city, stage = :stage, amount = :amount, region = :region,
                    owner_id = :owner, department_id = :department, version = version + 1
                WHERE id = :id AND version = :version"""), facts)
                        .param("id", read.id())
                        .param("version", read.version())
                        .update()
                == 1;
    }

    /** Whether it was still as it was read. */
    boolean delete(Customer read) {
        return jdbc.sql("DELETE FROM customer WHERE id = ? AND version = ?")
                        .params(read.id(), read.version())
                        .update()
                == 1;
    }

    private static StatementSpec columns(StatementSpec statement, Facts facts) {
        return statement
                .param("name", facts.name())
                .param("city", facts.city())
                .param("stage", facts.stage().name())
                .param("amount", facts.amount())
                .param("region", facts.region())
                .param("owner", facts.owner())
                .param("department", facts.department());
    }

    private static Customer customer(ResultSet row) throws SQLException {
        var facts = new Facts(
                row.getString("name"),
                row.getString("city"),
                Stage.valueOf(row.getString("stage")),
                row.getBigDecimal("amount"),
                row.getString("region"),
                row.getString("owner_id"),
                row.getString("department_id"));
        return new Customer(
                row.getLong("id"),
                row.getInt("version"),
                facts,
                facts.owner() == null ? null : new Person(facts.owner(), row.getString("owner_name")),
                facts.department() == null ? null : new OrgUnit(facts.department(), row.getString("department_path")));
    }
}
