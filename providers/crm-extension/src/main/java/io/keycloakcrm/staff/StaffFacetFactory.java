package io.keycloakcrm.staff;

import io.keycloakcrm.rest.Registration;

/** Registers a property of staff members; {@link #getId()} is its name. */
public interface StaffFacetFactory extends Registration<StaffFacet> {}
