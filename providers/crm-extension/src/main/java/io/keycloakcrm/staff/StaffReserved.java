package io.keycloakcrm.staff;

import java.util.Set;
import org.keycloak.models.UserModel;

/** Attributes that have a property, a path or a meaning of their own and so are not among the realm's own ones. */
public final class StaffReserved {

    public static final Set<String> NAMES = Set.of(
            UserModel.USERNAME,
            UserModel.EMAIL,
            UserModel.FIRST_NAME,
            UserModel.LAST_NAME,
            StaffAttributes.EMPLOYEE_NUMBER,
            StaffAttributes.DEPARTMENT_ID,
            StaffAttributes.DEPARTMENT,
            StaffAttributes.POSITION,
            StaffAttributes.NICKNAME,
            StaffAttributes.PHONE_NUMBER,
            StaffAttributes.PHONE_NUMBER_VERIFIED,
            StaffAttributes.HIRE_DATE,
            StaffAttributes.EMPLOYMENT_STATUS,
            StaffAttributes.MANAGER_ID,
            StaffAttributes.VALID_FROM,
            StaffAttributes.VALID_UNTIL,
            StaffAttributes.DATA_SCOPE);

    private StaffReserved() {}
}
