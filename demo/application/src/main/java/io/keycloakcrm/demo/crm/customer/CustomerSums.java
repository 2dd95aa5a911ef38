package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.RecordScope;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sums for reports; each over the records that somebody may report on and over no others. */
@Component
public final class CustomerSums {

    private final JdbcTemplate jdbc;

    CustomerSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the records that lie in every one of the scopes. */
    public List<DepartmentSum> byDepartment(RecordScope scope, RecordScope... others) {
        Where where = Where.within(scope);
        for (RecordScope other : others) {
            where.andWithin(other);
        }
        return jdbc.query(
                """
                SELECT coalesce(d.path, c.department_id) AS department, count(*) AS customers, sum(c.amount) AS amount,
                       sum(CASE c.stage WHEN 'WON' THEN c.amount ELSE 0 END) AS won
                FROM customer c LEFT JOIN department d ON d.id = c.department_id""" + where.sql() + " GROUP BY coalesce(d.path, c.department_id) ORDER BY 1 NULLS LAST",
                where::bind,
                (row, index) -> new DepartmentSum(
                        row.getString("department"),
                        row.getInt("customers"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("won")));
    }
}
