package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * How much more lives on the heap of the server while the largest file is under way, from the start call to the end. The
 * collections that it takes to know slow the import down, so this is no measure of speed.
 */
final class HeapOfImport implements Scenario {

    private static final Duration LIMIT = Duration.ofHours(1);

    private final int rows;

    HeapOfImport(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String description() {
        return "the most that lives on the server's heap during an import (after a forced full collection each second), less the same before";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public boolean isRepeated() {
        return false;
    }

    /** What the server loads and caches for its first import stays, and is not what a large file costs. */
    @Override
    public List<Figure> warmUp(Bench bench) throws IOException {
        return new ImportWarmUp(bench, "start").run("fast");
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, InterruptedException {
        BenchRealm realm = bench.newRealm();
        var file = bench.file(rows);
        var heap = ServerHeap.listeningOn(
                bench.server().url().getPort(), bench.server().log());
        double idle = heap.liveMebibytes();
        ImportJob job = ImportJob.uploaded(realm.api(), file);
        job.begin("start", bench.options().pace());
        DoubleSummaryStatistics live = new DoubleSummaryStatistics();
        Awaitility.await("import with its heap watched")
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    live.accept(heap.liveMebibytes());
                    return job.isOver();
                });
        String note = "idle %.1f MiB, at most %.1f MiB in %d samples".formatted(idle, live.getMax(), live.getCount());
        return List.of(new Figure(name(), Unit.MEBIBYTES, live.getMax() - idle, rows, note));
    }
}
