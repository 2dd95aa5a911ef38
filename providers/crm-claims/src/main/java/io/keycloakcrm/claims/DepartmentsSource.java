package io.keycloakcrm.claims;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the lists that left a token are to be had, in the standard words of a distributed claim (OpenID Connect Core 5.6.2).
 *
 * @param endpoint answers a bearer of the access token with a document that has the claim {@value DepartmentLists#CLAIM}
 */
public record DepartmentsSource(URI endpoint) {

    private static final String NAMES = "_claim_names";
    private static final String SOURCES = "_claim_sources";

    /**
     * Looks for a source in a token.
     *
     * @param claims the claims of a token whose signature has been verified: nobody else may say where a token is sent
     * @return nothing where all departments are in the token
     * @throws MalformedClaimException if the source is named but not described
     */
    public static Optional<DepartmentsSource> in(Map<String, ?> claims) {
        ClaimValue token = new ClaimValue(claims, "");
        return token.member(NAMES)
                .flatMap(names -> names.member(DepartmentLists.CLAIM))
                .map(name -> token.required(SOURCES).required(name.text()).required("endpoint"))
                .map(endpoint -> new DepartmentsSource(uri(endpoint)));
    }

    private static URI uri(ClaimValue endpoint) {
        try {
            return URI.create(endpoint.text());
        } catch (IllegalArgumentException e) {
            throw endpoint.malformed("is not a URI");
        }
    }

    /** The two claims that say so, to be merged with whatever other sources a token has. */
    public Map<String, Object> toMap() {
        return Map.of(
                NAMES, Map.of(DepartmentLists.CLAIM, "crm"),
                SOURCES, Map.of("crm", Map.of("endpoint", endpoint.toString())));
    }
}
