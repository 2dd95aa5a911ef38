package io.keycloakcrm.setup;

import io.keycloakcrm.rest.AdminCall;

/** Makes the realm's existing people staff members. */
@FunctionalInterface
interface StaffAdoption {

    /**
     * Adopts every enabled account of a person that is not yet a staff member, in the caller's transaction.
     *
     * @return how many were adopted
     */
    int adopt(AdminCall call);
}
