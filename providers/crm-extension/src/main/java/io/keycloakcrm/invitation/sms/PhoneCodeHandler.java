package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.outbox.Ending;
import io.keycloakcrm.outbox.OutboxHandler;
import io.keycloakcrm.rest.Messages;
import io.keycloakcrm.staff.StaffAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Mints a code just before it goes out, for the number that the person has by then, if that is the one he asked for. */
record PhoneCodeHandler(KeycloakSession session) implements OutboxHandler {

    @Override
    public Optional<Delivery> prepare(RealmModel realm, String reference) {
        var codes = new PhoneCodeRepository(session, realm.getId());
        long now = DatabaseClock.millis(session);
        return codes.byRequest(reference)
                // Who waits longer than this has asked again, or gone.
                .filter(asked -> asked.askedAt + PhoneCodes.LIFE.toMillis() > now)
                .flatMap(asked -> message(realm, codes, asked, now));
    }

    private Optional<Delivery> message(RealmModel realm, PhoneCodeRepository codes, PhoneCodeEntity asked, long now) {
        @Nullable UserModel user = session.users().getUserById(realm, asked.userId);
        @Nullable String number = user == null ? null : user.getFirstAttribute(StaffAttributes.PHONE_NUMBER);
        if (user == null
                || number == null
                || !PhoneCodes.numberHash(realm.getId(), number).equals(asked.numberHash)) {
            return Optional.empty();
        }
        PhoneCode code = PhoneCode.mint();
        if (!codes.store(asked.requestId, code, now + PhoneCodes.LIFE.toMillis())) {
            return Optional.empty();
        }
        String text = Messages.of(language(realm, user))
                .text("crm.sms.code-text", code.digits(), name(realm), Long.toString(PhoneCodes.LIFE.toMinutes()));
        return Optional.of(new Sms(number, text));
    }

    private static String language(RealmModel realm, UserModel user) {
        @Nullable String own = user.getFirstAttribute(UserModel.LOCALE);
        return own != null ? own : Objects.requireNonNullElse(realm.getDefaultLocale(), "en");
    }

    private static String name(RealmModel realm) {
        @Nullable String name = realm.getDisplayName();
        return name == null || name.isBlank() ? realm.getName() : name;
    }

    @Override
    public void ended(RealmModel realm, String reference, Ending ending) {
        new PhoneCodeRepository(session, realm.getId())
                .settle(reference, ending == Ending.SENT ? PhoneCodeState.SENT : PhoneCodeState.FAILED);
    }
}
