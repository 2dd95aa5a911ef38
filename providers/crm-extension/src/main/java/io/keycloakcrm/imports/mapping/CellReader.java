package io.keycloakcrm.imports.mapping;

import io.keycloakcrm.staff.PhoneNumbers;
import io.keycloakcrm.staff.number.EmployeeNumber;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column. */
@FunctionalInterface
interface CellReader {

    Reading read(String cell);

    /**
     * The reader for a field.
     *
     * @param field id of a {@link StaffField}; anything else is an attribute of the realm's own, which is free text
     */
    static CellReader of(String field, @Nullable String transform, String defaultRegion, ZoneId zone) {
        Optional<StaffField> known = StaffField.byId(field);
        if (known.isEmpty()) {
            return CellReader::asWritten;
        }
        var order = DateOrder.of(transform);
        return switch (known.get()) {
            case NAME, FIRST_NAME, LAST_NAME, NICKNAME, POSITION -> CellReader::asWritten;
            case EMAIL, USERNAME, MANAGER -> typed(Reading::of);
            case EMPLOYEE_NUMBER -> typed(CellReader::employeeNumber);
            case PHONE_NUMBER -> typed(cell -> phone(cell, defaultRegion));
            case DEPARTMENT -> typed(DepartmentPaths.of(transform)::read);
            case DEPARTMENT_HEAD, ENABLED -> typed(Booleans.of(transform)::read);
            case EMPLOYMENT_STATUS -> typed(EmploymentStatus::read);
            case ROLES -> typed(RoleNames::read);
            case HIRE_DATE -> typed(cell -> Dates.date(cell, order));
            case VALID_FROM -> typed(cell -> Dates.from(cell, order, zone));
            case VALID_UNTIL -> typed(cell -> Dates.until(cell, order, zone));
        };
    }

    /** Free text is passed on to the last space; a cell that merely looks empty is more likely a mistake than a value. */
    private static Reading asWritten(String cell) {
        if (Blank.isEmpty(cell)) {
            return Reading.NOTHING;
        }
        return Blank.isInvisible(cell) ? Reading.fault("crm.import.value-blank") : Reading.of(cell);
    }

    private static CellReader typed(Function<String, Reading> reader) {
        return cell -> {
            String text = Blank.strip(cell);
            return text.isEmpty() ? Reading.NOTHING : reader.apply(text);
        };
    }

    private static Reading employeeNumber(String cell) {
        return EmployeeNumber.isValid(cell)
                ? Reading.of(EmployeeNumber.normalize(cell))
                : Reading.fault("crm.import.employee-number-invalid");
    }

    private static Reading phone(String cell, String defaultRegion) {
        return PhoneNumbers.e164(cell, defaultRegion)
                .map(Reading::of)
                .orElseGet(() -> Reading.fault("crm.import.phone-invalid", defaultRegion));
    }
}
