package io.keycloakcrm.setup;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPGroup;

/** A group of attributes in the user profile. */
record ProfileGroupItem(UPGroup group) implements SetupItem {

    private record Projection(
            @Nullable String header,
            @Nullable String description,
            @Nullable Map<String, Object> annotations) {

        static Projection of(UPGroup group) {
            return new Projection(group.getDisplayHeader(), group.getDisplayDescription(), group.getAnnotations());
        }
    }

    @Override
    public String id() {
        return "profile-group:" + group.getName();
    }

    @Override
    public Object desired() {
        return Projection.of(group);
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return find(realm.profile()).map(Projection::of);
    }

    @Override
    public void create(SetupRealm realm) {
        var created = new UPGroup(group.getName());
        fill(created);
        realm.profile().addGroup(created);
        realm.profileChanged();
    }

    @Override
    public void update(SetupRealm realm) {
        fill(find(realm.profile()).orElseThrow());
        realm.profileChanged();
    }

    private void fill(UPGroup target) {
        target.setDisplayHeader(group.getDisplayHeader());
        target.setDisplayDescription(group.getDisplayDescription());
        target.setAnnotations(group.getAnnotations());
    }

    private Optional<UPGroup> find(UPConfig profile) {
        return profile.getGroups().stream()
                .filter(candidate -> group.getName().equals(candidate.getName()))
                .findFirst();
    }
}
