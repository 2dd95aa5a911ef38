package io.keycloakcrm.claims;

/** A claim that breaks the rules of its version. None of it is used: half a claim could be wider than the whole. */
public final class MalformedClaimException extends ClaimException {

    private final String path;

    MalformedClaimException(String path, String reason) {
        super("The claim is refused: " + path + " " + reason);
        this.path = path;
    }

    /** Where in the token, as in {@code crm.data_scopes['customer:edit'][0].level}. */
    public String path() {
        return path;
    }
}
