package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.FittedClaim;
import io.keycloakcrm.staff.department.Departments;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * Keeps a person's claim with the person in Keycloak's user cache, where core keeps credentials, so that it goes with every change
 * of the person. It counts as long as everything else it was read from holds in the realm cache: whatever tells Keycloak to forget a
 * role, a group, the tree or the realm, here or on another node, makes it forget the claim.
 */
final class ClaimMemory {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** A claim and where it comes from. */
    private record Remembered(FittedClaim claim, RealmCacheEntries sources) {}

    ClaimMemory(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The claim as it is now, in at most so many bytes if that can be ({@link FittedClaim}). */
    FittedClaim of(UserModel user, int maxBytes) {
        if (!(user instanceof CachedUserModel cached) || cached.isMarkedForEviction()) {
            return read(user, HeldRoles.of(realm, user), maxBytes);
        }
        @SuppressWarnings("unchecked") // a raw type of Keycloak's
        Map<String, Object> beside = cached.getCachedWith();
        String key = "crm.claim." + maxBytes;
        if (beside.get(key) instanceof Remembered known && known.sources.areCurrent(session)) {
            return known.claim;
        }
        HeldRoles roles = HeldRoles.of(realm, user);
        FittedClaim claim = read(user, roles, maxBytes);
        sources(roles).ifPresent(sources -> beside.put(key, new Remembered(claim, sources)));
        return claim;
    }

    private FittedClaim read(UserModel user, HeldRoles roles, int maxBytes) {
        return new AccessReader(session, realm).read(user, roles).fit(maxBytes);
    }

    private Optional<RealmCacheEntries> sources(HeldRoles roles) {
        Set<String> ids = new HashSet<>(roles.readFrom());
        Optional.ofNullable(realm.getClientByClientId(HeldRoles.CLIENT))
                .map(ClientModel::getId)
                .ifPresent(ids::add);
        new Departments(session, realm).cachedTreeKey().ifPresent(ids::add);
        return RealmCacheEntries.settled(session, realm, ids);
    }
}
