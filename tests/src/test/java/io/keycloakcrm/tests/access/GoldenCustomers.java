package io.keycloakcrm.tests.access;

import io.keycloakcrm.claims.Columns;
import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.SqlFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The customers of the table, in memory and in a table of a database that an application would have. */
final class GoldenCustomers {

    /** Whom everybody has: one without department and region. */
    static final String OWN = "@";

    private static final Columns COLUMNS = Columns.of("owner_id", "department_id", "region");

    private final List<Customer> customers;

    private record Customer(String name, CrmRecord record) {}

    private GoldenCustomers(List<Customer> customers) {
        this.customers = customers;
    }

    static GoldenCustomers of(GoldenTables tables, GoldenRealm realm) {
        return new GoldenCustomers(tables.rows("Customers").stream()
                .map(row -> new Customer(
                        row.getOrDefault("customer", ""),
                        new CrmRecord(
                                cell(row, "owner", realm::userId),
                                cell(row, "department", realm::departmentId),
                                cell(row, "region", region -> region))))
                .toList());
    }

    private static @Nullable String cell(Map<String, String> row, String column, UnaryOperator<String> meaning) {
        String text = row.getOrDefault(column, "");
        return text.isEmpty() ? null : meaning.apply(text);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(OWN));
        customers.forEach(customer -> names.add(customer.name()));
        return names;
    }

    /** Names of the customers that somebody may; the person's own stands among them. */
    Set<String> allowed(String person, Predicate<CrmRecord> may) {
        Set<String> allowed = new TreeSet<>();
        customers.stream()
                .filter(customer -> may.test(customer.record()))
                .forEach(customer -> allowed.add(customer.name()));
        if (may.test(new CrmRecord(person, null, null))) {
            allowed.add(OWN);
        }
        return allowed;
    }

    /** Creates the table, with the customer of each person in it. */
    void insertInto(Connection database, List<String> people) throws SQLException {
        try (PreparedStatement create = database.prepareStatement("create table customer (name varchar(10),"
                + " owner_id varchar(36), department_id varchar(36), region varchar(20))")) {
            create.execute();
        }
        for (Customer customer : customers) {
            insert(database, customer);
        }
        for (String person : people) {
            insert(database, new Customer(OWN, new CrmRecord(person, null, null)));
        }
    }

    private static void insert(Connection database, Customer customer) throws SQLException {
        try (PreparedStatement row = database.prepareStatement("insert into customer values (?, ?, ?, ?)")) {
            row.setString(1, customer.name());
            row.setString(2, customer.record().owner());
            row.setString(3, customer.record().department());
            row.setString(4, customer.record().region());
            row.executeUpdate();
        }
    }

    Set<String> selected(Connection database, CrmAccess access, String operation) throws SQLException {
        SqlFilter filter = access.where("customer", operation, COLUMNS);
        Set<String> names = new TreeSet<>();
        try (PreparedStatement select =
                database.prepareStatement("select distinct name from customer where " + filter.sql())) {
            filter.bind(select, 1);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
