package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.DepartmentsSource;
import io.keycloakcrm.claims.FittedClaim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The claims of a token that is being made, apart from those that Keycloak has fields for. */
record TokenClaims(Map<String, Object> claims) {

    /**
     * Writes the claim and, where lists of departments left it, where they are to be had.
     *
     * @param source merged with other sources the token names
     */
    void put(String name, FittedClaim fitted, Supplier<DepartmentsSource> source) {
        claims.put(name, fitted.claim().toMap());
        // Lists never stand in a token. Readers would take what another mapper put there for those that left it.
        claims.remove(DepartmentLists.CLAIM);
        if (!fitted.departments().isEmpty()) {
            source.get().toMap().forEach((claim, value) -> claims.merge(claim, value, TokenClaims::merged));
        }
    }

    private static Object merged(Object present, Object ours) {
        if (!(present instanceof Map<?, ?> others) || !(ours instanceof Map<?, ?> own)) {
            return ours;
        }
        Map<Object, Object> both = new LinkedHashMap<>(others);
        both.putAll(own);
        return both;
    }
}
