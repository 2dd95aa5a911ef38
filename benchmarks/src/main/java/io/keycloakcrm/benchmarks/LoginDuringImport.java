package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How long people wait who sign in while a large file is imported at the default pace, and how long without one: two
 * windows of each, in turns.
 */
final class LoginDuringImport implements Scenario {

    private static final String IDLE = "login-idle";
    private static final String IMPORTING = "login-import";
    private static final int TURNS = 2;

    @Override
    public String name() {
        return "login";
    }

    @Override
    public String description() {
        return "p95 of a sign-in (password grant, Argon2) at a fixed rate, without and with an import at the default pace, in turns";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public boolean isRepeated() {
        return false;
    }

    @Override
    public List<Figure> warmUp(Bench bench) throws IOException, InterruptedException {
        SignIns.prepared(bench).p95(bench.options().warmUpSeconds());
        return new ImportWarmUp(bench, "start").run("fast");
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, InterruptedException {
        var people = SignIns.prepared(bench);
        int seconds = bench.options().loginSeconds();
        List<Figure> figures = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            figures.add(figure(bench, IDLE, people.p95(seconds), "no import under way"));
            ImportJob job = ImportJob.uploaded(
                    bench.newRealm().api(), bench.file(bench.options().loginRows()));
            job.begin("start", "");
            double p95 = people.p95(seconds);
            figures.add(figure(bench, IMPORTING, p95, stopped(job, seconds)));
        }
        return figures;
    }

    private static String stopped(ImportJob job, int seconds) {
        var json = job.json();
        long done = json.path("progress").path("done").asLong();
        if (!json.path("state").asText().equals("running")) {
            throw new IllegalStateException("the import ended before the sign-ins: more -Dbench.login.rows are needed");
        }
        job.cancel();
        return "%d rows imported meanwhile, %d a second".formatted(done, done / seconds);
    }

    private static Figure figure(Bench bench, String name, double p95, String note) {
        int logins = bench.options().loginRate() * bench.options().loginSeconds();
        return new Figure(name, Unit.MILLISECONDS, p95, logins, note);
    }
}
