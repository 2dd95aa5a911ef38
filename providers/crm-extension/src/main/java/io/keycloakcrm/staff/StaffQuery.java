package io.keycloakcrm.staff;

import io.keycloakcrm.rest.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list shows and in which order; everything given must match.
 *
 * @param search words, each of which must occur in name, pinyin, initials, e-mail, number, phone or user name
 * @param departments ids of the primary or secondary department; null for any
 * @param employeeNumber exact, width and case aside
 * @param role id of a directly granted realm role
 * @param status employment status
 */
record StaffQuery(
        @Nullable String search,
        @Nullable List<String> departments,
        @Nullable String employeeNumber,
        @Nullable String position,
        @Nullable String role,
        @Nullable String status,
        Sort sort,
        boolean descending,
        int first,
        int max) {

    enum Sort {
        NAME("name", "sortName"),
        EMPLOYEE_NUMBER("employeeNumber", "employeeNumber"),
        POSITION("position", "position"),
        HIRE_DATE("hireDate", "hireDate"),
        LAST_LOGIN("lastLogin", "lastLogin"),
        VALID_UNTIL("validUntil", "validUntil");

        private final String id;
        final String column;

        Sort(String id, String column) {
            this.id = id;
            this.column = column;
        }

        /** From the query parameter {@code sort}, with or without a leading minus; by name if absent. */
        static Sort of(@Nullable String parameter) {
            if (parameter == null) {
                return NAME;
            }
            String id = parameter.startsWith("-") ? parameter.substring(1) : parameter;
            return Stream.of(values())
                    .filter(sort -> sort.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.badField("sort", "crm.staff.sort-unknown", parameter));
        }
    }

    /** Each word of the search by itself, so that the order in which people type them does not matter. */
    List<String> words() {
        return search == null
                ? List.of()
                : Stream.of(SearchText.query(search).split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
    }
}
