package io.keycloakcrm.invitation.sms;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.OwnSpi;
import org.keycloak.provider.Spi;

/** Opens the sending of text messages to other gateways. */
@AutoService(Spi.class)
public final class SmsSenderSpi extends OwnSpi {

    static final String NAME = "crm-sms-sender";

    public SmsSenderSpi() {
        super(NAME, SmsSender.class, SmsSenderFactory.class);
    }
}
