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
        for (int round = 1; round <= bench.options().rounds(); round++) {
            for (Setting setting : Setting.values()) {
                List<Scenario> here = scenarios(setting, round);
                if (!here.isEmpty()) {
                    measure(here, setting, round);
                }
            }
        }
        return journal;
    }

    private List<Scenario> scenarios(Setting setting, int round) {
        return scenarios.stream()
                .filter(scenario -> scenario.setting() == setting)
                .filter(scenario -> round == 1 || scenario.isRepeated())
                .toList();
    }

    private void measure(List<Scenario> here, Setting setting, int round)
            throws IOException, SQLException, InterruptedException {
        bench.open(setting);
        try {
            for (Scenario scenario : here) {
                scenario.warmUp(bench);
                bench.cleanUp();
            }
            for (Scenario scenario : here) {
                double load = Machine.load();
                for (Figure figure : scenario.run(bench)) {
                    journal.add(new Measurement(figure, round, load));
                    progress.printf(
                            "round %d  %-14s %10.1f %-7s load %.1f  %s%n",
                            round, figure.name(), figure.value(), figure.unit().symbol(), load, figure.note());
                }
                bench.cleanUp();
            }
        } finally {
            bench.close();
        }
    }
}
