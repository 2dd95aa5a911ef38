package io.keycloakcrm.claims;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a query hold what data scopes look at: plain names, with an alias or a table before them if need be
 * ({@code c.owner_id}). They become part of the statement, so nothing else is accepted.
 *
 * @param owner text; null where the records have no owner: then no grant that asks for one matches; likewise the others
 */
public record Columns(
        @Nullable String owner,
        @Nullable String department,
        @Nullable String region) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,127}(\\.[A-Za-z_]\\w{0,127}){0,2}");

    /**
     * Takes names alone.
     *
     * @throws IllegalArgumentException if one is anything else
     */
    public Columns {
        Stream.of(new @Nullable String[] {owner, department, region}).forEach(Columns::requireName);
    }

    public static Columns of(@Nullable String owner, @Nullable String department, @Nullable String region) {
        return new Columns(owner, department, region);
    }

    private static void requireName(@Nullable String column) {
        if (column != null && !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("not the name of a column: " + column);
        }
    }
}
