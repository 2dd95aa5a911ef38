package io.keycloakcrm.claims;

import java.util.List;
import java.util.Map;

/**
 * What one person may do. Every question here but {@link #permits} asks for the permission and the data scope at once: without the
 * permission no record is in reach.
 *
 * @param subject user id of the person, the claim {@code sub}
 */
public record CrmAccess(String subject, CrmClaim claim) {

    public CrmAccess {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("access belongs to a person: the subject is blank");
        }
    }

    public static CrmAccess of(String subject, CrmClaim claim) {
        return new CrmAccess(subject, claim);
    }

    /**
     * The access of a token's bearer.
     *
     * @param claims of an access token, userinfo or introspection, verified, with {@code sub} and {@code crm}
     * @throws ClaimException if one of the two is missing or cannot be understood
     */
    public static CrmAccess ofToken(Map<String, ?> claims) {
        if (!claims.containsKey("sub")) {
            throw new MissingClaimException("sub");
        }
        return of(ClaimValue.of(claims.get("sub"), "sub").text(), CrmClaim.ofToken(claims));
    }

    /** Whether to show the button: may the person do this with any record at all? Not an answer for a certain one. */
    public boolean permits(String module, String operation) {
        return claim.permits(module, operation);
    }

    /**
     * Whether the person may do this with this record. An edit that moves a record is to be asked twice: with the record as it was
     * and as it will be.
     *
     * @throws UnresolvedDepartmentsException if that hangs on departments that are yet to be fetched
     */
    public boolean allows(String module, String operation, CrmRecord record) {
        return scope(module, operation).includes(record);
    }

    /** The records with which the person may do this; none without the permission. */
    public RecordScope scope(String module, String operation) {
        return new RecordScope(
                subject, permits(module, operation) ? claim.dataScopes().grantsFor(module, operation) : List.of());
    }

    /**
     * The same records as the condition of a query.
     *
     * @throws UnresolvedDepartmentsException if departments are yet to be fetched
     */
    public SqlFilter where(String module, String operation, Columns columns) {
        return scope(module, operation).where(columns, SqlDialect.STANDARD);
    }
}
