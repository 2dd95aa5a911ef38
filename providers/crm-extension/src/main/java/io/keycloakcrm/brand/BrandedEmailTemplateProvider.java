package io.keycloakcrm.brand;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's mails, whose templates are told the brand: those of login pages reach the realm's attributes, these do not. */
final class BrandedEmailTemplateProvider extends FreeMarkerEmailTemplateProvider {

    BrandedEmailTemplateProvider(KeycloakSession session) {
        super(session);
    }

    @Override
    protected EmailTemplate processTemplate(
            String subjectKey, List<Object> subjectAttributes, String template, Map<String, Object> attributes)
            throws EmailException {
        attributes.put("brand", Brand.of(realm).forMails());
        EmailTemplate mail = super.processTemplate(subjectKey, subjectAttributes, template, attributes);
        try {
            String text = Signature.under(mail.getTextBody(), getTheme(), attributes, session);
            return new EmailTemplate(mail.getSubject(), text, mail.getHtmlBody());
        } catch (IOException e) {
            throw new EmailException("Failed to sign an e-mail", e);
        }
    }
}
