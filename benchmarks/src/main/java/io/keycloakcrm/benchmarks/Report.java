package io.keycloakcrm.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of a run: {@code bench.md} for people, {@code bench.json} for machines.
 *
 * @param facts about machine, versions and options
 */
record Report(Map<String, String> facts, List<Scenario> scenarios, Journal journal) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String markdown() {
        var out = new Formatter(Locale.ROOT);
        out.format("# Ways into Keycloak, side by side%n%n");
        facts.forEach((name, value) -> out.format("- %s: %s%n", name, value));
        out.format(
                "%n| Scenario | Rows | Median | Min | Max | Unit | Rounds | Load before |%n|---|--:|--:|--:|--:|---|--:|--:|%n");
        for (Summary line : journal.summaries()) {
            out.format(
                    "| %s | %d | %.1f | %.1f | %.1f | %s | %d | %.1f |%n",
                    line.name(),
                    line.rows(),
                    line.median(),
                    line.min(),
                    line.max(),
                    line.unit().symbol(),
                    line.rounds(),
                    line.load());
        }
        targets(out);
        out.format("%n");
        scenarios.forEach(scenario -> out.format("- **%s**: %s%n", scenario.name(), scenario.description()));
        out.format("%nIn the last round (rows of each table for one user, or what the scenario says):%n%n");
        journal.summaries().forEach(line -> out.format("- **%s**: %s%n", line.name(), line.note()));
        return out.toString();
    }

    private void targets(Formatter out) {
        List<Target.Verdict> verdicts = verdicts();
        if (!verdicts.isEmpty()) {
            out.format("%n| Ratio | Measured | Target | |%n|---|--:|--:|---|%n");
            for (Target.Verdict verdict : verdicts) {
                out.format(
                        "| %s | %.3f | %s | %s |%n",
                        verdict.ratio(), verdict.value(), verdict.target(), verdict.met() ? "met" : "missed");
            }
        }
    }

    private List<Target.Verdict> verdicts() {
        return Target.ALL.stream()
                .map(target -> target.judge(journal))
                .flatMap(Optional::stream)
                .toList();
    }

    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("bench.md"), markdown());
        JSON.writeValue(
                directory.resolve("bench.json").toFile(),
                Map.of(
                        "facts", facts,
                        "summaries", journal.summaries(),
                        "ratios", verdicts(),
                        "measurements", journal.all()));
    }
}
