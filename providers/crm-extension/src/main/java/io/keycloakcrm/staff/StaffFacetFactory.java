package io.keycloakcrm.staff;

import org.keycloak.provider.ProviderFactory;

/** Registers a property of staff members; {@link #getId()} is its name. */
public interface StaffFacetFactory extends ProviderFactory<StaffFacet> {}
