package io.keycloakcrm.invitation.sms;

import com.google.auto.service.AutoService;
import io.keycloakcrm.outbox.OutboxHandler;
import io.keycloakcrm.outbox.OutboxHandlerFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Codes in the outbox; they go with their person or realm, in the same transaction. */
@AutoService(OutboxHandlerFactory.class)
public final class PhoneCodeHandlerFactory implements OutboxHandlerFactory {

    static final String ID = "phone-code";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public OutboxHandler create(KeycloakSession session) {
        return new PhoneCodeHandler(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(PhoneCodeHandlerFactory::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserRemovedEvent removed) {
            new PhoneCodeRepository(
                            removed.getKeycloakSession(), removed.getRealm().getId())
                    .removeUser(removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            String realmId = removed.getRealm().getId();
            new PhoneCodeRepository(removed.getKeycloakSession(), realmId).removeRealm();
            new QuotaRepository(removed.getKeycloakSession(), realmId).removeRealm();
        }
    }
}
