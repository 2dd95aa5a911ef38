package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * This product's import, from the start call to the committed job; the upload itself is not timed.
 *
 * @param step {@code start} or {@code dry-run}
 */
record StaffImport(String name, String description, Setting setting, String step, int rows) implements Scenario {

    private static final int ONCE_ABOVE = 100_000;

    @Override
    public boolean isRepeated() {
        return rows <= ONCE_ABOVE;
    }

    @Override
    public void warmUp(Bench bench) throws IOException {
        if (bench.isFirst(step)) {
            measure(bench, bench.newRealm(), bench.options().warmUp());
        }
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, SQLException {
        BenchRealm realm = bench.newRealm();
        double seconds = measure(bench, realm, rows);
        return List.of(Figure.rate(name, rows, seconds, bench.tables().perUser(realm.id())));
    }

    private double measure(Bench bench, BenchRealm realm, int size) throws IOException {
        return ImportJob.uploaded(realm.api(), bench.file(size))
                .seconds(step, bench.options().pace());
    }
}
