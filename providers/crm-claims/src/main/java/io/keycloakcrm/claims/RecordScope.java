package io.keycloakcrm.claims;

import java.util.List;

/**
 * A set of records: those that any of the grants reaches. In memory, as SQL and as criteria of Jakarta Persistence it is the same
 * set.
 *
 * @param subject user id of the person who asks
 */
public record RecordScope(String subject, List<Grant> grants) {

    public RecordScope {
        grants = List.copyOf(grants);
    }

    /**
     * Whether a record is one of the set.
     *
     * @throws UnresolvedDepartmentsException if the answer hangs on departments that are yet to be fetched
     */
    public boolean includes(CrmRecord record) {
        // What is known first: a record that it reaches is in, whatever a list elsewhere says.
        return grants.stream().filter(Grant::resolved).anyMatch(grant -> grant.matches(subject, record))
                || grants.stream().filter(grant -> !grant.resolved()).anyMatch(grant -> grant.matches(subject, record));
    }

    /** Whether it is all records, present and future. */
    public boolean everything() {
        return grants.stream().anyMatch(grant -> grant.covers(Grant.all()));
    }

    /** The same set by as few grants as can say it, each with its departments at hand; what queries are made of. */
    public List<Grant> simplified() {
        if (everything()) {
            return List.of(Grant.all());
        }
        grants.forEach(grant -> {
            if (grant.departments() instanceof DepartmentReference reference) {
                throw new UnresolvedDepartmentsException(reference);
            }
        });
        return new Grants(grants).joined().list();
    }

    /**
     * The set as the condition of a query.
     *
     * @throws UnresolvedDepartmentsException if departments are yet to be fetched
     */
    public SqlFilter where(Columns columns, SqlDialect dialect) {
        return new SqlWriter(subject, columns, dialect).filter(simplified());
    }
}
