package io.keycloakcrm.setup;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * The theme of one kind of pages. A realm that wears Keycloak's, by saying nothing or by its name, gets ours; any other was chosen
 * and stays.
 *
 * @param type login, account or email
 * @param name the theme that this release ships
 */
record ThemeItem(Theme.Type type, String name) implements SetupItem {

    @Override
    public String id() {
        return "theme:" + type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Object desired() {
        return name;
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return Optional.ofNullable(worn(realm.model()))
                .filter(theme -> !theme.isBlank() && !theme.equals("keycloak") && !theme.startsWith("keycloak."));
    }

    private @Nullable String worn(RealmModel realm) {
        return switch (type) {
            case LOGIN -> realm.getLoginTheme();
            case ACCOUNT -> realm.getAccountTheme();
            case EMAIL -> realm.getEmailTheme();
            default -> throw new IllegalStateException("setup ships no theme for " + type);
        };
    }

    @Override
    public void create(SetupRealm realm) {
        switch (type) {
            case LOGIN -> realm.model().setLoginTheme(name);
            case ACCOUNT -> realm.model().setAccountTheme(name);
            case EMAIL -> realm.model().setEmailTheme(name);
            default -> throw new IllegalStateException("setup ships no theme for " + type);
        }
    }

    @Override
    public void update(SetupRealm realm) {
        create(realm);
    }
}
