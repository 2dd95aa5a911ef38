package io.keycloakcrm.setup;

import java.util.Optional;

/** A realm attribute that needs some value; any value of the administrator's is as good as ours. */
record RealmDefaultItem(String id, String attribute, String value) implements SetupItem {

    @Override
    public Object desired() {
        return attribute;
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return Optional.<String>ofNullable(realm.model().getAttribute(attribute))
                .map(set -> attribute);
    }

    @Override
    public void create(SetupRealm realm) {
        realm.model().setAttribute(attribute, value);
    }

    @Override
    public void update(SetupRealm realm) {}
}
