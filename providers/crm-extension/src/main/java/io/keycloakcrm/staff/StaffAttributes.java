package io.keycloakcrm.staff;

/** Names of the user attributes that make a user a staff member; declared in the realm's user profile by setup. */
public final class StaffAttributes {

    public static final String EMPLOYEE_NUMBER = "employeeNumber";
    /** Group id of the primary department: the truth about it. */
    public static final String DEPARTMENT_ID = "departmentId";
    /** Path of the primary department: a projection for people and SCIM. */
    public static final String DEPARTMENT = "department";

    public static final String POSITION = "position";
    public static final String NICKNAME = "nickname";
    public static final String PHONE_NUMBER = "phoneNumber";
    public static final String PHONE_NUMBER_VERIFIED = "phoneNumberVerified";
    public static final String HIRE_DATE = "hireDate";
    public static final String EMPLOYMENT_STATUS = "employmentStatus";
    public static final String MANAGER_ID = "managerId";
    public static final String VALID_FROM = "validFrom";
    public static final String VALID_UNTIL = "validUntil";
    /** Overrides, per module, what the roles say about whose records one may touch. */
    public static final String DATA_SCOPE = "dataScope";

    private StaffAttributes() {}
}
