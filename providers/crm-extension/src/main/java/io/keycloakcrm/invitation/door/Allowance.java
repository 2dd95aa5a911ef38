package io.keycloakcrm.invitation.door;

import io.keycloakcrm.background.Blame;
import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.keycloak.models.ModelDuplicateException;

/**
 * How often new links may be asked for, counted in the database, so that nodes and restarts make no difference. Each count
 * is written by a transaction of its own and stands whatever becomes of the request.
 */
final class Allowance {

    /** An office comes from one address. */
    private static final Bucket PLACE = new Bucket("place", 30, Duration.ofMinutes(2));

    private static final Bucket REALM = new Bucket("realm", 500, Duration.ofSeconds(2));

    private static final int NETWORK_BYTES = 8;

    /** Of a transaction that others get in the way of. */
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final String realmId;

    Allowance(Transactions transactions, String realmId) {
        this.transactions = transactions;
        this.realmId = realmId;
    }

    /** Whether somebody at this network address may ask. */
    boolean lets(String place) {
        return taken(PLACE, network(place)) && taken(REALM, "");
    }

    private boolean taken(Bucket bucket, String whose) {
        String id = hash(realmId + ' ' + bucket.name() + ' ' + whose);
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.run(session ->
                        new AllowanceRepository(session, realmId).take(id, bucket, DatabaseClock.millis(session)));
            } catch (RuntimeException e) {
                boolean another = e instanceof ModelDuplicateException || Blame.of(e) == Blame.LOCKS;
                if (!another || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Whoever has one address of version 6 has all of its network. */
    private static String network(String place) {
        try {
            // With a colon it is an address, and no name is looked up.
            return place.indexOf(':') < 0
                    ? place
                    : HexFormat.of()
                            .formatHex(
                                    Arrays.copyOf(InetAddress.getByName(place).getAddress(), NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return place;
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /**
     * A bucket that fills again.
     *
     * @param capacity how many may be taken at once
     * @param refill time after which there is one more
     */
    record Bucket(String name, int capacity, Duration refill) {

        long millisOfOne() {
            return refill.toMillis();
        }

        /** The latest moment to be full again at which one more may be taken. */
        long latestFull(long now) {
            return now + millisOfOne() * (capacity - 1);
        }
    }
}
