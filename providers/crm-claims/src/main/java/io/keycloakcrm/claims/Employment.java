package io.keycloakcrm.claims;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What HR says about a person. Each may be null: not known. A blank text is taken for null, so that none is ever written.
 *
 * @param status {@code active}, {@code on_leave} or {@code left}; others may come
 * @param manager user id
 */
public record Employment(
        @Nullable String employeeNumber,
        @Nullable String status,
        @Nullable String position,
        @Nullable LocalDate hireDate,
        @Nullable String manager) {

    public static final Employment UNKNOWN = new Employment(null, null, null, null, null);

    public Employment {
        employeeNumber = textOrNull(employeeNumber);
        status = textOrNull(status);
        position = textOrNull(position);
        manager = textOrNull(manager);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static Employment read(ClaimValue crm) {
        return new Employment(
                text(crm, "employee_number"),
                text(crm, "status"),
                text(crm, "position"),
                crm.member("hire_date").map(Employment::date).orElse(null),
                text(crm, "manager"));
    }

    private static @Nullable String text(ClaimValue crm, String name) {
        return crm.member(name).map(ClaimValue::text).orElse(null);
    }

    private static LocalDate date(ClaimValue date) {
        try {
            return LocalDate.parse(date.text());
        } catch (DateTimeParseException e) {
            throw date.malformed("is not a date like 2024-01-18");
        }
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "employee_number", employeeNumber);
        put(map, "status", status);
        put(map, "position", position);
        put(map, "hire_date", hireDate);
        put(map, "manager", manager);
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }
}
