package io.keycloakcrm.invitation.admin;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** In which language somebody is written to. */
final class Language {

    private Language() {}

    /** That of the invitation, else his own, else the realm's, else English; of the realm's languages only. */
    static Locale of(RealmModel realm, UserModel user, @Nullable String wanted) {
        @Nullable String own = user.getFirstAttribute(UserModel.LOCALE);
        return Stream.of(wanted, own, realm.getDefaultLocale())
                .filter(Objects::nonNull)
                .filter(tag -> isSpoken(realm, tag))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    /** Whether the realm has the language. */
    static boolean isSpoken(RealmModel realm, String tag) {
        return realm.isInternationalizationEnabled()
                && realm.getSupportedLocalesStream().anyMatch(tag::equals);
    }
}
