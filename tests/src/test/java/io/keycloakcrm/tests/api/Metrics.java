package io.keycloakcrm.tests.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A server's metrics in the text form of Prometheus, at one moment. */
public record Metrics(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");

    /** One series and its value. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** Reads what the management port answers. */
    public static Metrics of(String text) {
        return new Metrics(text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(Metrics::sample)
                .toList());
    }

    private static Sample sample(Matcher line) {
        Map<String, String> labels = new TreeMap<>();
        if (line.group(2) != null) {
            for (String label : line.group(2).split(",", -1)) {
                String[] parts = label.split("=", 2);
                if (parts.length == 2) {
                    labels.put(parts[0], parts[1].replace("\"", ""));
                }
            }
        }
        return new Sample(line.group(1), labels, Double.parseDouble(line.group(3)));
    }

    /** Only what has a name that begins so. */
    public Metrics startingWith(String prefix) {
        return new Metrics(samples.stream()
                .filter(sample -> sample.name().startsWith(prefix))
                .toList());
    }

    /** Sum of the series of this name that carry these labels, as {@code name=value}. */
    public double sum(String name, String... labels) {
        Map<String, String> wanted = Arrays.stream(labels)
                .map(label -> label.split("=", 2))
                .collect(Collectors.toMap(label -> label[0], label -> label[1]));
        return samples.stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(wanted.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }
}
