package io.keycloakcrm.background;

/** The realm that some work is for was removed; there is nothing left to do. */
public final class RealmGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RealmGone(String realmId) {
        super("realm " + realmId + " is gone");
    }
}
