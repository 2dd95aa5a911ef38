package io.keycloakcrm.invitation.onboarding;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.RealmModel;

/**
 * A page of a step, in the realm's login theme, with the realm's headers: it is one of Keycloak's pages, with its scripts. But it is
 * shown in no frame and kept in no cache, and tells nobody its address, whatever the realm allows its other pages.
 */
final class StepPage {

    private static final String FRAMES = "frame-ancestors 'none'";

    private StepPage() {}

    static LoginFormsProvider form(RequiredActionContext context, Journey journey) {
        LoginFormsProvider form = context.form();
        Progress.of(journey).show(form);
        return form;
    }

    static void show(RequiredActionContext context, LoginFormsProvider form, String template) {
        context.getSession()
                .getProvider(SecurityHeadersProvider.class)
                .options()
                .skipHeaders();
        Response.ResponseBuilder page = Response.fromResponse(form.createForm(template));
        headers(context.getRealm())
                .forEach((name, value) -> page.header(name, null).header(name, value));
        context.challenge(page.build());
    }

    private static Map<String, String> headers(RealmModel realm) {
        Map<String, String> set = realm.getBrowserSecurityHeaders();
        Map<String, String> headers = new LinkedHashMap<>();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = set.getOrDefault(header.getKey(), header.getDefaultValue());
            if (value != null && !value.isBlank()) {
                headers.put(header.getHeaderName(), value);
            }
        }
        headers.compute(
                BrowserSecurityHeaders.CONTENT_SECURITY_POLICY.getHeaderName(),
                (name, policy) -> policy == null ? FRAMES : unframed(policy));
        headers.put(BrowserSecurityHeaders.X_FRAME_OPTIONS.getHeaderName(), "DENY");
        headers.put(BrowserSecurityHeaders.REFERRER_POLICY.getHeaderName(), "no-referrer");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private static String unframed(String policy) {
        return policy.contains("frame-ancestors")
                ? policy.replaceAll("frame-ancestors[^;]*", FRAMES)
                : policy + "; " + FRAMES;
    }
}
