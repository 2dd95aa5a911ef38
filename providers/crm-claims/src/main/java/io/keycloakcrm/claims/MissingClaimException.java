package io.keycloakcrm.claims;

/** A token without the claim that was to be read. */
public final class MissingClaimException extends ClaimException {

    private final String claim;

    MissingClaimException(String claim) {
        super(
                "The token has no claim " + claim
                        + ". Ask for the scope crm, and read the access token (or introspection, where it is lightweight), not the ID token.");
        this.claim = claim;
    }

    /** Its name at the top level of the token. */
    public String claim() {
        return claim;
    }
}
