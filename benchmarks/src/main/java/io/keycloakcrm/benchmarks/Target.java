package io.keycloakcrm.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * A ratio that the product promises.
 *
 * @param bound the least it may be, or the most
 */
record Target(String of, String to, Bound bound, double value) {

    enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String symbol;

        Bound(String symbol) {
            this.symbol = symbol;
        }
    }

    static final List<Target> ALL = List.of(
            new Target("fast", "limit", Bound.AT_LEAST, 0.5),
            new Target("fast", "kc-import", Bound.AT_LEAST, 5),
            new Target("fast", "kc-import-crm", Bound.AT_LEAST, 5),
            new Target("fast", "rest-4", Bound.AT_LEAST, 20),
            new Target("fast", "partial", Bound.AT_LEAST, 60),
            new Target("safe", "kc-import", Bound.AT_LEAST, 1.5),
            new Target("safe", "kc-import-crm", Bound.AT_LEAST, 1.5),
            new Target("dry-run", "fast", Bound.AT_LEAST, 3),
            new Target("fast-100000", "fast", Bound.AT_LEAST, 0.85),
            new Target("token-crm", "token-plain", Bound.AT_MOST, 1.02),
            new Target("token-crm", "token-unmapped", Bound.AT_MOST, 1.02),
            new Target("login-import", "login-idle", Bound.AT_MOST, 1.2),
            new Target("login-mailing", "login-still", Bound.AT_MOST, 1.2));

    /** @param ratio of the medians */
    record Verdict(String ratio, double value, String target, boolean met) {}

    /** Empty where one of the two was not measured. */
    Optional<Verdict> judge(Journal journal) {
        return journal.summary(of)
                .flatMap(numerator ->
                        journal.summary(to).map(denominator -> verdict(numerator.median() / denominator.median())));
    }

    private Verdict verdict(double ratio) {
        boolean met = bound == Bound.AT_LEAST ? ratio >= value : ratio <= value;
        return new Verdict(of + " / " + to, ratio, bound.symbol + " " + value, met);
    }
}
