package io.keycloakcrm.claims;

/** The claim does not answer the question. Whoever catches it denies access; the message says what is to be done. */
public abstract sealed class ClaimException extends RuntimeException
        permits MissingClaimException,
                MalformedClaimException,
                UnsupportedClaimVersionException,
                UnresolvedDepartmentsException {

    ClaimException(String message) {
        super(message);
    }
}
