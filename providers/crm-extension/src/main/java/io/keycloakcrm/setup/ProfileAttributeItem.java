package io.keycloakcrm.setup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.userprofile.config.UPAttribute;

/** An attribute of the user profile. The shipped one goes into the profile as it is: stored profiles are JSON. */
record ProfileAttributeItem(UPAttribute attribute) implements SetupItem {

    // Sets are sorted: Keycloak reads them into hash sets, whose order is not part of what they say.
    private record Projection(
            @Nullable String displayName,
            @Nullable String group,
            @Nullable Map<String, Map<String, Object>> validations,
            @Nullable Map<String, Object> annotations,
            boolean required,
            @Nullable SortedSet<String> requiredRoles,
            @Nullable SortedSet<String> requiredScopes,
            @Nullable SortedSet<String> viewers,
            @Nullable SortedSet<String> editors,
            @Nullable SortedSet<String> selectorScopes,
            boolean multivalued,
            @Nullable String defaultValue) {

        static Projection of(UPAttribute a) {
            return new Projection(
                    a.getDisplayName(),
                    a.getGroup(),
                    a.getValidations(),
                    a.getAnnotations(),
                    a.getRequired() != null,
                    a.getRequired() == null ? null : sorted(a.getRequired().getRoles()),
                    a.getRequired() == null ? null : sorted(a.getRequired().getScopes()),
                    a.getPermissions() == null
                            ? null
                            : sorted(a.getPermissions().getView()),
                    a.getPermissions() == null
                            ? null
                            : sorted(a.getPermissions().getEdit()),
                    a.getSelector() == null ? null : sorted(a.getSelector().getScopes()),
                    a.isMultivalued(),
                    a.getDefaultValue());
        }

        private static @Nullable SortedSet<String> sorted(@Nullable Set<String> names) {
            return names == null ? null : new TreeSet<>(names);
        }
    }

    @Override
    public String id() {
        return "profile-attribute:" + attribute.getName();
    }

    @Override
    public Object desired() {
        return Projection.of(attribute);
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return Optional.<UPAttribute>ofNullable(realm.profile().getAttribute(attribute.getName()))
                .map(Projection::of);
    }

    @Override
    public void create(SetupRealm realm) {
        realm.profile().addOrReplaceAttribute(attribute);
        realm.profileChanged();
    }

    @Override
    public void update(SetupRealm realm) {
        // In place: the order of the list is the order of the form.
        realm.profile()
                .getAttributes()
                .replaceAll(live -> live.getName().equals(attribute.getName()) ? attribute : live);
        realm.profileChanged();
    }
}
