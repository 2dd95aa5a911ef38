package io.keycloakcrm.invitation;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.Registration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Invitations, which go with the person or the realm they are for, in the same transaction. */
@AutoService(InvitationFactory.class)
public final class InvitationFactory implements Registration<Invitations> {

    static final String ID = "default";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Invitations create(KeycloakSession session) {
        return new Invitations(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(InvitationFactory::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserPreRemovedEvent removing) {
            new InvitationRepository(
                            removing.getKeycloakSession(), removing.getRealm().getId())
                    .hold(removing.getUser().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            new InvitationRepository(
                            removed.getKeycloakSession(), removed.getRealm().getId())
                    .removeUser(removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new InvitationRepository(
                            removed.getKeycloakSession(), removed.getRealm().getId())
                    .removeRealm();
        }
    }
}
