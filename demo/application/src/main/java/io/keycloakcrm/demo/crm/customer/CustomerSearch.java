package io.keycloakcrm.demo.crm.customer;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the person is looking for, as it stands in the address. */
record CustomerSearch(
        @Nullable String q,
        @Nullable String stage,
        @Nullable Integer page) {

    static final int PAGE_SIZE = 20;

    private static final int LAST_PAGE = 100_000;

    /** Part of a name or city; empty for all. */
    public String text() {
        return q == null ? "" : q.strip();
    }

    Optional<Stage> wantedStage() {
        return Arrays.stream(Stage.values())
                .filter(known -> known.name().equals(stage))
                .findFirst();
    }

    /** From 1. */
    int number() {
        return page == null ? 1 : Math.min(Math.max(page, 1), LAST_PAGE);
    }
}
