package io.keycloakcrm.access.signin;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** How the last attempt to sign in ended, where the realm records it. */
final class LastSignIn {

    /** @param error as Keycloak calls it, such as {@code invalid_user_credentials} */
    record Failure(String error, Instant time) {}

    private final KeycloakSession session;
    private final RealmModel realm;

    LastSignIn(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether failed attempts are kept at all. */
    static boolean isRecorded(RealmModel realm) {
        return realm.isEventsEnabled()
                && (realm.getEnabledEventTypesStream().findAny().isEmpty()
                        || realm.getEnabledEventTypesStream().anyMatch(EventType.LOGIN_ERROR.name()::equals));
    }

    /** The last attempt, if it failed and is known. */
    Optional<Failure> failure(UserModel user) {
        return session.getProvider(EventStoreProvider.class)
                .createQuery()
                .realm(realm.getId())
                .user(user.getId())
                .type(EventType.LOGIN, EventType.LOGIN_ERROR)
                .orderByDescTime()
                .maxResults(1)
                .getResultStream()
                .filter(event -> event.getType() == EventType.LOGIN_ERROR)
                .map(LastSignIn::failure)
                .findFirst();
    }

    private static Failure failure(Event event) {
        return new Failure(event.getError() == null ? "" : event.getError(), Instant.ofEpochMilli(event.getTime()));
    }
}
