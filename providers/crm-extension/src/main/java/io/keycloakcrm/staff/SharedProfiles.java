package io.keycloakcrm.staff;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Keycloak's user profile for many people in one transaction. For each person it copies what is known of all attributes, as
 * the server has them and as the realm does; nobody changes the copy, so here all share one.
 */
final class SharedProfiles extends DeclarativeUserProfileProvider {

    private final Map<UserProfileContext, UserProfileMetadata> configured = new EnumMap<>(UserProfileContext.class);

    private SharedProfiles(KeycloakSession session, DeclarativeUserProfileProviderFactory factory) {
        super(session, factory);
    }

    /** The server's own provider where that is not Keycloak's. */
    static UserProfileProvider of(KeycloakSession session) {
        var factory = session.getKeycloakSessionFactory().getProviderFactory(UserProfileProvider.class);
        return factory.getClass() == DeclarativeUserProfileProviderFactory.class
                ? new SharedProfiles(session, (DeclarativeUserProfileProviderFactory) factory)
                : session.getProvider(UserProfileProvider.class);
    }

    @Override
    protected UserProfileMetadata configureUserProfile(UserProfileMetadata metadata, KeycloakSession session) {
        @Nullable UserProfileMetadata known = configured.get(metadata.getContext());
        if (known == null) {
            known = super.configureUserProfile(metadata, session);
            configured.put(metadata.getContext(), known);
        }
        return known;
    }
}
