package io.keycloakcrm.brand;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.EmailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Stands before Keycloak's own, of which every mail remains. Whoever installs a third one names it:
 * {@code spi-email-template--provider}.
 */
@AutoService(EmailTemplateProviderFactory.class)
public final class BrandedEmailTemplateProviderFactory implements EmailTemplateProviderFactory {

    static final String ID = "crm";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public EmailTemplateProvider create(KeycloakSession session) {
        return new BrandedEmailTemplateProvider(session);
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
