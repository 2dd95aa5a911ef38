package io.keycloakcrm.invitation;

import io.keycloakcrm.background.DatabaseClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keeps an address from being flooded, whoever asks and for whomever: so many in any 24 hours, and a pause between two.
 * Places are taken in the transaction that puts something into the outbox, so what is rolled back has taken none.
 */
final class SendingCap {

    static final Duration DAY = Duration.ofDays(1);

    private final InvitationSettings settings;
    private final PlaceRepository places;
    private final long now;

    SendingCap(KeycloakSession session, RealmModel realm) {
        this.settings = InvitationSettings.of(realm);
        this.places = new PlaceRepository(session, realm.getId());
        this.now = DatabaseClock.millis(session);
    }

    /** Takes a place for something that goes to the address; answers false if there is none. */
    boolean take(String address) {
        String hash = hash(address);
        // Place 0 is when the last one went. Its row is locked from here on, so two at once cannot both find a free
        // place.
        return places.take(hash, 0, now - settings.coolDown().toMillis(), now) && takeOneOfTheDay(hash);
    }

    private boolean takeOneOfTheDay(String hash) {
        for (int place = 1; place <= settings.perAddressPerDay(); place++) {
            if (places.take(hash, place, now - DAY.toMillis(), now)) {
                return true;
            }
        }
        return false;
    }

    /** An address need not be readable here: nobody has to find it, only to recognise it. */
    private static String hash(String address) {
        try {
            byte[] text = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
