package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database alone can do: the rows that the import has written, copied by {@code INSERT … SELECT} into the same
 * tables for another realm, over one connection, in transactions of as many users as a chunk of the import has.
 */
final class DatabaseLimit implements Scenario {

    private static final int USERS_PER_TRANSACTION = 500;

    private final int rows;

    DatabaseLimit(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public String description() {
        return "the database's own limit: INSERT … SELECT of the same rows into the same tables, one connection, 500 users a transaction";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, SQLException {
        BenchRealm source = bench.newRealm();
        BenchRealm target = bench.newRealm();
        ImportJob.uploaded(source.api(), bench.file(rows))
                .seconds("start", bench.options().pace());
        try (Connection connection = bench.database().connection()) {
            var copy = new RowCopy(connection);
            List<RowCopy.Table> tables = copy.stage(source.id(), target.id(), USERS_PER_TRANSACTION);
            bench.tables().clear(source.id());
            bench.tables().settle();
            double seconds = insert(connection, tables);
            copy.drop(tables);
            return List.of(Figure.rate(name(), rows, seconds, bench.tables().perUser(target.id())));
        }
    }

    private double insert(Connection connection, List<RowCopy.Table> tables) throws SQLException {
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        List<PreparedStatement> statements = new ArrayList<>();
        for (RowCopy.Table table : tables) {
            statements.add(connection.prepareStatement(table.insert()));
        }
        for (int chunk = 0; chunk * USERS_PER_TRANSACTION < rows; chunk++) {
            // Or foreign keys would be checked as in the empty tables of the first chunk: by reading all of them.
            try (Statement plans = connection.createStatement()) {
                plans.execute("DISCARD PLANS");
            }
            for (PreparedStatement statement : statements) {
                statement.setInt(1, chunk);
                statement.executeUpdate();
            }
            connection.commit();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        connection.setAutoCommit(true);
        for (PreparedStatement statement : statements) {
            statement.close();
        }
        return seconds;
    }
}
