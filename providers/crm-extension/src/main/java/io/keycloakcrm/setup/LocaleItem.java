package io.keycloakcrm.setup;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * A language in which the realm can speak. Languages that are there already stay.
 *
 * @param tag language tag, such as {@code zh-CN}
 * @param fallback becomes the realm's default where it spoke no language and has none
 */
record LocaleItem(String tag, String fallback) implements SetupItem {

    @Override
    public String id() {
        return "locale:" + tag;
    }

    @Override
    public Object desired() {
        return tag;
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        RealmModel model = realm.model();
        boolean spoken = model.isInternationalizationEnabled()
                && model.getSupportedLocalesStream().anyMatch(tag::equals);
        return spoken ? Optional.of(tag) : Optional.empty();
    }

    @Override
    public void create(SetupRealm realm) {
        RealmModel model = realm.model();
        var locales = model.getSupportedLocalesStream().collect(Collectors.toCollection(TreeSet::new));
        locales.add(tag);
        model.setSupportedLocales(locales);
        if (!model.isInternationalizationEnabled()) {
            model.setInternationalizationEnabled(true);
            if (model.getDefaultLocale() == null) {
                model.setDefaultLocale(fallback);
            }
        }
    }

    @Override
    public void update(SetupRealm realm) {}
}
