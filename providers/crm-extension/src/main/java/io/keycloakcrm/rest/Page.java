package io.keycloakcrm.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list: {@code {"items": […], "total": n}}, where {@code total} counts all pages. */
public record Page<T>(List<T> items, long total) {

    /** More is never answered at once, whatever the caller asks. */
    public static final int MAX = 500;

    private static final int DEFAULT = 50;

    public Page {
        items = List.copyOf(items);
    }

    /** First result from the query parameter {@code first}: 0 if absent. */
    public static int first(@Nullable Integer first) {
        if (first != null && first < 0) {
            throw Problem.badField("first", "crm.rest.page-negative", first);
        }
        return first == null ? 0 : first;
    }

    /** Page size from the query parameter {@code max}: 50 if absent, never more than {@link #MAX}. */
    public static int max(@Nullable Integer max) {
        if (max != null && max < 0) {
            throw Problem.badField("max", "crm.rest.page-negative", max);
        }
        return max == null ? DEFAULT : Math.min(max, MAX);
    }
}
