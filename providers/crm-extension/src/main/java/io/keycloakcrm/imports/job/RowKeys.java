package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.mapping.MappedRow;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.PersonName;
import io.keycloakcrm.staff.number.EmployeeNumber;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which the keys of two rows are compared. */
final class RowKeys {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private RowKeys() {}

    static @Nullable String value(MappedRow row, StaffField field) {
        List<String> values = row.values().getOrDefault(field.id(), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    static String comparable(StaffField field, String value) {
        return field == StaffField.EMPLOYEE_NUMBER
                ? EmployeeNumber.normalize(value)
                : Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Everything the person of a row may be called: as written, family name first and given name first. */
    static Set<String> names(MappedRow row) {
        Set<String> names = new LinkedHashSet<>();
        @Nullable String full = value(row, StaffField.NAME);
        @Nullable String first = value(row, StaffField.FIRST_NAME);
        @Nullable String last = value(row, StaffField.LAST_NAME);
        if (full != null) {
            names.add(name(full));
            addBothOrders(names, PersonName.split(full));
        }
        if (first != null || last != null) {
            addBothOrders(names, new PersonName(last == null ? "" : last, first == null ? "" : first));
        }
        names.remove("");
        return names;
    }

    /** A name without spaces and case, so that {@code 王 芳} is {@code 王芳}. */
    static String name(String written) {
        return SPACES.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static void addBothOrders(Set<String> names, PersonName name) {
        names.add(name(name.lastName() + name.firstName()));
        names.add(name(name.firstName() + name.lastName()));
    }
}
