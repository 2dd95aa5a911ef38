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
    public List<Figure> warmUp(Bench bench) throws IOException {
        return new ImportWarmUp(bench, step).run(name);
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, SQLException {
        BenchRealm realm = bench.newRealm();
        double seconds = ImportJob.uploaded(realm.api(), bench.file(rows))
                .seconds(step, bench.options().pace());
        return List.of(Figure.rate(name, rows, seconds, bench.tables().perUser(realm.id())));
    }
}
