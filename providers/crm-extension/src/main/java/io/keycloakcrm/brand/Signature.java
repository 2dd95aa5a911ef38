package io.keycloakcrm.brand;

import java.io.IOException;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/** Name and support contact below the text of a mail. HTML has a frame, a template of its own; Keycloak's plain texts have none. */
public final class Signature {

    private static final String TEMPLATE = "text/crm-signature.ftl";

    private Signature() {}

    /**
     * The text with the theme's signature, or as it is where the theme has none.
     *
     * @param attributes those the text was made with; {@code brand} and {@code msg} among them
     */
    public static String under(String text, Theme theme, Map<String, Object> attributes, KeycloakSession session)
            throws EmailException {
        try {
            if (theme.getTemplate(TEMPLATE) == null) {
                return text;
            }
            var templates = session.getProvider(FreeMarkerProvider.class);
            return text.stripTrailing() + "\n\n" + templates.processTemplate(attributes, TEMPLATE, theme);
        } catch (IOException | FreeMarkerException e) {
            throw new EmailException("Failed to sign an e-mail", e);
        }
    }
}
