package io.keycloakcrm.claims;

/** The answer hangs on a list of departments that did not fit into the token and has not been fetched. */
public final class UnresolvedDepartmentsException extends ClaimException {

    UnresolvedDepartmentsException(DepartmentReference reference) {
        super("The list " + reference + " is not in the token. Fetch " + DepartmentLists.CLAIM
                + " from the endpoint that DepartmentsSource.in(claims) names and give it to CrmClaim.resolve.");
    }
}
