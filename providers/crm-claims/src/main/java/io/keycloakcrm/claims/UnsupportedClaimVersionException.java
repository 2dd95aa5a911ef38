package io.keycloakcrm.claims;

/** A claim written in a version that this release of the library does not know. */
public final class UnsupportedClaimVersionException extends ClaimException {

    private final long version;

    UnsupportedClaimVersionException(long version) {
        super("The claim crm has version " + version + ", this library reads version " + CrmClaim.VERSION
                + ". Update crm-claims in the application to the release of the Keycloak CRM that issued the token.");
        this.version = version;
    }

    /** What {@code crm.v} said. */
    public long version() {
        return version;
    }
}
