package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.demo.crm.directory.OrgUnit;
import io.keycloakcrm.demo.crm.directory.Person;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it was read.
 *
 * @param version counts its changes, so that nobody overwrites what he has not seen
 */
record Customer(
        long id,
        int version,
        Facts facts,
        @Nullable Person owner,
        @Nullable OrgUnit department) {

    /** What data scopes look at. */
    public CrmRecord scoped() {
        return facts.scoped();
    }
}
