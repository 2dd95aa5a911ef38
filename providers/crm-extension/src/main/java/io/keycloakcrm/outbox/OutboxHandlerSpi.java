package io.keycloakcrm.outbox;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.OwnSpi;
import org.keycloak.provider.Spi;

/** Lets rooms above, and other extensions, send what they know the content of. */
@AutoService(Spi.class)
public final class OutboxHandlerSpi extends OwnSpi {

    public OutboxHandlerSpi() {
        super("crm-outbox-handler", OutboxHandler.class, OutboxHandlerFactory.class);
    }
}
