package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.ClaimException;
import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.FittedClaim;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The claim with the lists that left it, as it would be written now.
 *
 * @param claimName what the claim is called in tokens of this client
 */
record AccessDocument(String claimName, FittedClaim fitted) {

    static AccessDocument of(KeycloakSession session, BearerToken bearer) {
        RealmModel realm = session.getContext().getRealm();
        AccessMapperConfig config = AccessMapperConfig.of(bearer.mapper());
        HeldRoles roles = HeldRoles.of(realm, bearer.user());
        CrmClaim claim = new AccessReader(session, realm).read(bearer.user(), roles);
        return new AccessDocument(config.claimName(), claim.fit(config.maxClaimBytes()));
    }

    /**
     * Whether references in a token mean the lists of this document. They count lists, and after a change of roles the count may be
     * another: then a grant in the token would get departments that were never meant for it.
     *
     * @param claims of the token; one without the claim refers to nothing
     */
    boolean answers(Map<String, Object> claims) {
        if (!(claims.get(claimName) instanceof Map<?, ?> written)) {
            return true;
        }
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            written.forEach((name, value) -> values.put(String.valueOf(name), value));
            CrmClaim old = CrmClaim.parse(values);
            return !old.unresolved() || old.dataScopes().equals(fitted.claim().dataScopes());
        } catch (ClaimException writtenByAnotherRelease) {
            return false;
        }
    }

    /** Claims for a token or a JSON answer: the claim, and all its lists. */
    Map<String, Object> toMap() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(claimName, fitted.claim().toMap());
        claims.put(DepartmentLists.CLAIM, fitted.departments().toList());
        return claims;
    }
}
