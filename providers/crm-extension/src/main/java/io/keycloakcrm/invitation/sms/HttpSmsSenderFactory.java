package io.keycloakcrm.invitation.sms;

import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Any gateway that takes a signed POST; see {@link HttpSmsSender} for what it is sent. Options are those of {@code
 * spi-crm-sms-sender--http--…}.
 */
@AutoService(SmsSenderFactory.class)
public final class HttpSmsSenderFactory implements SmsSenderFactory {

    static final String ID = "http";

    private @Nullable HttpGateway gateway;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        gateway = HttpGateway.from(config);
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return gateway == null ? new Nowhere() : new HttpSmsSender(session, gateway);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name("url")
                .type("string")
                .helpText("Where messages are posted to; https, or http to this machine.")
                .add()
                .property()
                .name("secret")
                .type("string")
                .helpText("Key of the signature: whsec_ and base64, or 32 characters at least;"
                        + " or the name of a secret in the realm's vault, as ${vault.name}.")
                .add()
                .property()
                .name("timeout-millis")
                .type("int")
                .helpText("How long the gateway may take, 100 to 60000.")
                .defaultValue(HttpGateway.DEFAULT_TIMEOUT_MILLIS)
                .add()
                .build();
    }
}
