package io.keycloakcrm.invitation;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.OwnSpi;
import org.keycloak.provider.Spi;

/** Makes invitations a Keycloak provider. */
@AutoService(Spi.class)
public final class InvitationSpi extends OwnSpi {

    public InvitationSpi() {
        super("crm-invitation", Invitations.class, InvitationFactory.class);
    }
}
