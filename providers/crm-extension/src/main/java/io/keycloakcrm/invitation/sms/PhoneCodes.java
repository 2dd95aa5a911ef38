package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.outbox.Outbox;
import io.keycloakcrm.outbox.Parcel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Codes by which people prove that a telephone is at hand: asked for, sent by the outbox, and given once. */
public final class PhoneCodes {

    /** How long a code can be given, from when it goes out. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    public static final Duration COOL_DOWN = Duration.ofSeconds(60);

    static final int MOST_TRIES = 5;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PhoneCodeRepository codes;

    /** What came of asking for one. */
    public enum Asked {
        ON_ITS_WAY,
        /** The last one was asked for a moment ago. */
        TOO_SOON,
        /** Some limit of the day is reached. */
        TOO_MANY,
        /** The realm sends nothing to numbers of this country or kind. */
        CLOSED,
        /** The server has no gateway. */
        IMPOSSIBLE
    }

    /** What came of giving one. */
    public enum Given {
        RIGHT,
        WRONG,
        /** There is none any more, whatever was given: it was wrong too often, is too old, or was used. */
        OVER
    }

    public PhoneCodes(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.codes = new PhoneCodeRepository(session, realm.getId());
    }

    /** What became of the last one. */
    public PhoneCodeState last(UserModel user) {
        return codes.of(user.getId()).map(code -> PhoneCodeState.of(code.state)).orElse(PhoneCodeState.NONE);
    }

    /**
     * Sends one once the present transaction has committed; whatever code there was is dead. A refusal leaves the last
     * code alive.
     *
     * @param number in E.164; the person's own when the message goes out
     * @param address of the network that is asked from
     */
    public Asked ask(UserModel user, String number, String address) {
        if (!SmsCountries.of(realm).reach(number)) {
            return Asked.CLOSED;
        }
        if (!Sms.isPossible(session)) {
            return Asked.IMPOSSIBLE;
        }
        Map<String, Integer> limits = limits(user, number, address);
        long now = DatabaseClock.millis(session);
        long day = TimeUnit.MILLISECONDS.toDays(now);
        prepare(user.getId(), limits, day);
        long notSince = now - COOL_DOWN.toMillis();
        if (codes.of(user.getId()).filter(last -> last.askedAt > notSince).isPresent()) {
            return Asked.TOO_SOON;
        }
        var quotas = new QuotaRepository(session, realm.getId());
        if (!limits.entrySet().stream().allMatch(limit -> quotas.spend(limit.getKey(), day, limit.getValue()))) {
            return Asked.TOO_MANY;
        }
        String request = UUID.randomUUID().toString();
        if (!codes.ask(user.getId(), request, numberHash(realm.getId(), number), now, notSince)) {
            return Asked.TOO_SOON;
        }
        session.getProvider(Outbox.class)
                .add(
                        realm,
                        new Parcel(PhoneCodeHandlerFactory.ID, PhoneCodeHandlerFactory.ID + ":" + request, request));
        return Asked.ON_ITS_WAY;
    }

    /** Always in this order, so that two who ask at once cannot wait for each other. */
    private Map<String, Integer> limits(UserModel user, String number, String address) {
        SmsLimits limits = SmsLimits.of(realm);
        Map<String, Integer> bySubject = new LinkedHashMap<>();
        bySubject.put(Digest.of(realm.getId(), "person", user.getId()), limits.perPerson());
        bySubject.put(Digest.of(realm.getId(), "number", number), limits.perNumber());
        bySubject.put(Digest.of(realm.getId(), "address", address), limits.perAddress());
        bySubject.put(Digest.of(realm.getId(), "realm"), limits.perRealm());
        return bySubject;
    }

    /** Makes the rows that are to be updated, each in a transaction of its own, because somebody else may just do so. */
    private void prepare(String userId, Map<String, Integer> limits, long day) {
        String realmId = realm.getId();
        if (codes.of(userId).isEmpty()) {
            unlessThere(own -> new PhoneCodeRepository(own, realmId).insert(new PhoneCodeEntity(realmId, userId)));
        }
        List<String> known = new QuotaRepository(session, realmId).known(limits.keySet(), day);
        limits.keySet().stream()
                .filter(subject -> !known.contains(subject))
                .forEach(subject -> unlessThere(own -> {
                    var quotas = new QuotaRepository(own, realmId);
                    quotas.removeBefore(day - 1);
                    quotas.insert(new QuotaEntity(realmId, subject, day));
                }));
    }

    private void unlessThere(Consumer<KeycloakSession> insert) {
        try {
            new Transactions(session.getKeycloakSessionFactory()).run(realm.getId(), own -> {
                insert.accept(own);
                return true;
            });
        } catch (ModelDuplicateException somebodyWasFaster) {
            // It is there, which is all that was wanted.
        }
    }

    /** Takes a code that was typed. Five wrong ones end it. */
    public Given give(UserModel user, String number, String typed) {
        if (!codes.countTry(user.getId(), MOST_TRIES, DatabaseClock.millis(session))) {
            return Given.OVER;
        }
        return codes.of(user.getId())
                .filter(code -> numberHash(realm.getId(), number).equals(code.numberHash))
                .map(code -> given(code, typed))
                .orElse(Given.OVER);
    }

    private Given given(PhoneCodeEntity code, String typed) {
        @Nullable String salt = code.salt;
        @Nullable String hash = code.codeHash;
        if (salt == null || hash == null) {
            return Given.OVER;
        }
        if (PhoneCode.matches(typed, salt, hash)) {
            return codes.use(code.requestId) ? Given.RIGHT : Given.OVER;
        }
        return code.tries < MOST_TRIES ? Given.WRONG : Given.OVER;
    }

    static String numberHash(String realmId, String number) {
        return Digest.of(realmId, "number", number);
    }
}
