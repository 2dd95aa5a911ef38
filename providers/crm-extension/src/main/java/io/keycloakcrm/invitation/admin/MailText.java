package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.brand.Brand;
import io.keycloakcrm.brand.Signature;
import io.keycloakcrm.outbox.Mail;
import java.io.IOException;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.LinkExpirationFormatterMethod;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Writes mails with Keycloak's own means, in the realm's e-mail theme: what its templates can do, these can, and a theme
 * may bring its own of the same name. Unlike Keycloak's, it sends nothing.
 */
final class MailText {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Locale locale;

    /** @param realm the one in the session's context */
    MailText(KeycloakSession session, RealmModel realm, Locale locale) {
        this.session = session;
        this.realm = realm;
        this.locale = locale;
    }

    /**
     * A mail to one person.
     *
     * @param subject key of the message; its one parameter is the name of the company
     * @param template name of the templates for HTML and plain text
     * @param values what they speak of
     */
    Mail mail(String address, String subject, String template, Map<String, Object> values) {
        Brand brand = Brand.of(realm);
        String company = PlainText.name(brand.name());
        try {
            Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
            Properties messages = theme.getEnhancedMessages(realm, locale);
            String line =
                    new MessageFormat(messages.getProperty(subject, subject), locale).format(new Object[] {company});
            Map<String, Object> model = model(theme, messages);
            model.putAll(values);
            model.put("subject", PlainText.line(line));
            model.put("company", company);
            model.put("realmName", company);
            model.put("brand", named(company, brand.forMails()));
            FreeMarkerProvider freeMarker = session.getProvider(FreeMarkerProvider.class);
            String text = freeMarker.processTemplate(model, "text/" + template, theme);
            return new Mail(
                    realm.getSmtpConfig(),
                    address,
                    PlainText.line(line),
                    Signature.under(text, theme, model, session),
                    freeMarker.processTemplate(model, "html/" + template, theme));
        } catch (IOException | FreeMarkerException | EmailException e) {
            throw new IllegalStateException("the template " + template + " cannot be filled in", e);
        }
    }

    /** What Keycloak's own mails have too. */
    private Map<String, Object> model(Theme theme, Properties messages) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("locale", locale);
        model.put("ltr", isFromTheLeft(messages));
        model.put("msg", new MessageFormatterMethod(locale, messages));
        model.put("linkExpirationFormatter", new LinkExpirationFormatterMethod(messages, locale));
        model.put("properties", theme.getProperties());
        return model;
    }

    private static Map<String, Object> named(String company, Map<String, Object> brand) {
        Map<String, Object> named = new HashMap<>(brand);
        named.put("name", company);
        return named;
    }

    /** As Keycloak finds out: by what a language calls itself. */
    private boolean isFromTheLeft(Properties messages) {
        String language = messages.getProperty("locale_" + locale.getLanguage(), locale.getLanguage());
        return new Bidi(language, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight();
    }
}
