package io.keycloakcrm.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code POST /partialImport}, which is one transaction for each call. */
final class PartialImport implements Scenario {

    private static final int BATCH = 1_000;
    private static final int WARM_UP = 200;

    @Override
    public String name() {
        return "partial";
    }

    @Override
    public String description() {
        return "POST /partialImport in batches of " + BATCH + " users with attributes, group and roles";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public List<Figure> warmUp(Bench bench) {
        long begin = System.nanoTime();
        BenchRealm realm = bench.newRealm();
        for (int first = 0; System.nanoTime() - begin < bench.options().warmUpSeconds() * 1e9; first += WARM_UP) {
            send(realm, first, WARM_UP);
        }
        return List.of();
    }

    @Override
    public List<Figure> run(Bench bench) throws SQLException {
        BenchRealm realm = bench.newRealm();
        int users = BATCH * bench.options().partialBatches();
        long begin = System.nanoTime();
        for (int first = 0; first < users; first += BATCH) {
            send(realm, first, BATCH);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return List.of(Figure.rate(name(), users, seconds, bench.tables().perUser(realm.id())));
    }

    private static void send(BenchRealm realm, int first, int count) {
        var json = new UserJson(realm.departmentIds());
        List<Map<String, Object>> users = IntStream.range(first, first + count)
                .mapToObj(number -> json.forRealmFile(new Person(number)))
                .toList();
        realm.api()
                .post("partialImport", Map.of("ifResourceExists", "FAIL", "users", users))
                .expect(200);
    }
}
