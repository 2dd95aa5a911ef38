package io.keycloakcrm.imports.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a staff member that a column can be mapped to, besides the realm's own profile attributes. */
public enum StaffField {
    EMPLOYEE_NUMBER("employeeNumber"),
    EMAIL("email"),
    USERNAME("username"),
    /** Full name in one column; split into last and first name, Chinese names by surname. */
    NAME("name"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    NICKNAME("nickname"),
    /** Path of the primary department; further ones in the cell are secondary departments. */
    DEPARTMENT("department"),
    /** Yes or no: head of the primary department. */
    DEPARTMENT_HEAD("departmentHead"),
    POSITION("position"),
    PHONE_NUMBER("phoneNumber"),
    HIRE_DATE("hireDate"),
    EMPLOYMENT_STATUS("employmentStatus"),
    /** Employee number, e-mail address or name of the manager. */
    MANAGER("manager"),
    ROLES("roles"),
    /** Whether the account may sign in. */
    ENABLED("enabled"),
    VALID_FROM("validFrom"),
    VALID_UNTIL("validUntil");

    private final String id;

    StaffField(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<StaffField> byId(String id) {
        return Stream.of(values()).filter(field -> field.id.equals(id)).findFirst();
    }
}
