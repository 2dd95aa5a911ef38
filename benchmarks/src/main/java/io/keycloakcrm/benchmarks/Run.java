package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

/** The rounds of a run: in each one every scenario once, those of one server one after the other. */
final class Run {

    private final Bench bench;
    private final List<Scenario> scenarios;
    private final PrintStream progress;
    private final Journal journal = new Journal();

    Run(Bench bench, List<Scenario> scenarios, PrintStream progress) {
        this.bench = bench;
        this.scenarios = scenarios;
        this.progress = progress;
    }

    Journal measured() throws IOException, SQLException, InterruptedException {
        bench.populate();
        for (Setting setting : Setting.values()) {
            List<Scenario> here = scenarios.stream()
                    .filter(scenario -> scenario.setting() == setting)
                    .toList();
            if (!here.isEmpty()) {
                measure(here, setting);
            }
        }
        return journal;
    }

    private void measure(List<Scenario> here, Setting setting) throws IOException, SQLException, InterruptedException {
        bench.open(setting);
        try {
            for (Scenario scenario : here) {
                for (Figure figure : scenario.warmUp(bench)) {
                    note(figure, 0, Machine.load());
                }
                bench.cleanUp();
            }
            for (int round = 1; round <= bench.options().rounds(); round++) {
                for (Scenario scenario : here) {
                    if (round == 1 || scenario.isRepeated()) {
                        measure(scenario, round);
                    }
                }
            }
        } finally {
            bench.close();
        }
    }

    private void measure(Scenario scenario, int round) throws IOException, SQLException, InterruptedException {
        double load = Machine.load();
        for (Figure figure : scenario.run(bench)) {
            note(figure, round, load);
        }
        bench.cleanUp();
    }

    private void note(Figure figure, int round, double load) {
        journal.add(new Measurement(figure, round, load));
        progress.printf(
                "round %d  %-14s %10.1f %-7s load %.1f  %s%n",
                round, figure.name(), figure.value(), figure.unit().symbol(), load, figure.note());
    }
}
