package io.keycloakcrm.setup.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** Attributes of a realm, of which only those are written that change: each write costs every node its copy of the realm. */
record RealmAttributes(RealmModel realm) {

    /** Nothing, or a text without a letter, removes the attribute. */
    void set(String name, @Nullable String value) {
        @Nullable String wanted = value == null || value.isBlank() ? null : value.strip();
        @Nullable String present = realm.getAttribute(name);
        if (Objects.equals(wanted, present)) {
            return;
        }
        if (wanted == null) {
            realm.removeAttribute(name);
        } else {
            realm.setAttribute(name, wanted);
        }
    }

    /** Removes the attribute where the value is what holds without it. */
    <T> void set(String name, @Nullable T value, T otherwise) {
        set(name, value == null || value.equals(otherwise) ? null : value.toString());
    }
}
