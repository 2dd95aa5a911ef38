package io.keycloakcrm.outbox;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.OwnSpi;
import org.keycloak.provider.Spi;

/** Makes the outbox a Keycloak provider: options are {@code spi-crm-outbox--default--<option>}. */
@AutoService(Spi.class)
public final class OutboxSpi extends OwnSpi {

    public OutboxSpi() {
        super("crm-outbox", Outbox.class, OutboxFactory.class);
    }
}
