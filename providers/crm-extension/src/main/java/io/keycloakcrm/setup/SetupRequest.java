package io.keycloakcrm.setup;

import org.jspecify.annotations.Nullable;

/**
 * What to do beside applying the plan.
 *
 * @param adoptUsers make every enabled account of a person that is not yet a staff member one
 * @param serviceClient make a client for automation; null for none
 */
record SetupRequest(boolean adoptUsers, @Nullable Client serviceClient) {

    static final SetupRequest PLAIN = new SetupRequest(false, null);

    record Client(@Nullable String clientId) {}
}
