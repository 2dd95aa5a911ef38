package io.keycloakcrm.claims;

/** The departments of a grant: in the claim itself, or beside the token where they were too many. */
public sealed interface Departments permits DepartmentSet, DepartmentReference {

    /**
     * Whether a department is one of these.
     *
     * @throws UnresolvedDepartmentsException if the departments are not known here
     */
    boolean contains(String departmentId);

    /** Whether every department of the other is certainly one of these. */
    boolean covers(Departments other);

    /** As it stands in JSON. */
    Object json();
}
