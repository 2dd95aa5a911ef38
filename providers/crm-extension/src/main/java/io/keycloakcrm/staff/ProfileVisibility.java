package io.keycloakcrm.staff;

import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What the realm's user profile lets administrators see. A list reads its own index and so has to ask by itself what
 * Keycloak's screens are told by the profile.
 *
 * @param attributes names of the attributes that administrators may view
 */
record ProfileVisibility(Set<String> attributes) {

    static ProfileVisibility of(KeycloakSession session) {
        UPConfig config = session.getProvider(UserProfileProvider.class).getConfiguration();
        return new ProfileVisibility(config.getAttributes().stream()
                .filter(attribute -> attribute.getPermissions() == null
                        || attribute.getPermissions().getView().contains(UserProfileConstants.ROLE_ADMIN)
                        || attribute.getPermissions().getEdit().contains(UserProfileConstants.ROLE_ADMIN))
                .map(attribute -> attribute.getName())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean shows(String attribute) {
        return attributes.contains(attribute);
    }
}
