package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.DepartmentSet;
import java.util.Set;

/** Where a person stands among the departments. Only the writer of a claim knows; applications get ids. */
public interface DepartmentTree {

    /** Ids of the person's departments, primary and secondary; empty for a person without any. */
    Set<String> own();

    /**
     * The departments named and all below them. Worth keeping: it is asked for at each token and may hold ten thousand.
     *
     * @param departmentIds at least one; an id that is unknown stays in the answer, no record has it
     */
    DepartmentSet withDescendants(Set<String> departmentIds);
}
