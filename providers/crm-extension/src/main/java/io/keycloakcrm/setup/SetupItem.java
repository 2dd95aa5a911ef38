package io.keycloakcrm.setup;

import java.util.Optional;

/**
 * One part of a CRM realm that setup applies and remembers on its own: a role, a permission, a profile attribute. A new
 * kind of part is a new implementation, listed in {@link SetupPlan}.
 *
 * <p>Projections hold only what the part owns of the thing in the realm, so that an administrator's additions beside it
 * do not count as a change. They are compared by {@link Fingerprint}: equal content must give an equal projection,
 * whatever the order in which Keycloak hands it out.
 */
interface SetupItem {

    /** Stable name in answers and in the memory of what was applied, such as {@code role:sales-rep}. */
    String id();

    /** Projection of what this release ships. */
    Object desired();

    /** Projection of what the realm holds now; empty if it has no such thing. */
    Optional<?> live(SetupRealm realm);

    /** Called only where {@link #live} is empty. */
    void create(SetupRealm realm);

    /** Called only where the thing is still exactly as an earlier release applied it. */
    void update(SetupRealm realm);
}
