package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Terms and privacy notice in the realm's present version. Whoever accepted another one is asked again. */
@AutoService(RequiredActionFactory.class)
public final class TermsAction implements StepAction {

    private static final String ACCEPTED = "accepted";

    @Override
    public Step step() {
        return Step.TERMS;
    }

    @Override
    public String getDisplayText() {
        return "CRM: terms and privacy notice";
    }

    @Override
    public void show(RequiredActionContext context, Journey journey) {
        page(context, journey, null);
    }

    private static void page(RequiredActionContext context, Journey journey, @Nullable String error) {
        LoginFormsProvider form = StepPage.form(context, journey);
        if (error != null) {
            form.addError(new FormMessage(ACCEPTED, error));
        }
        OnboardingSettings settings = journey.settings();
        form.setAttribute("crmTermsVersion", settings.termsVersion());
        form.setAttribute("crmTermsUrl", settings.termsUrl());
        form.setAttribute("crmPrivacyUrl", settings.privacyUrl());
        StepPage.show(context, form, "crm-terms.ftl");
    }

    @Override
    public void take(RequiredActionContext context, Journey journey, MultivaluedMap<String, String> form) {
        String version = Objects.requireNonNull(journey.settings().termsVersion());
        if (form.containsKey("decline")) {
            context.failure("crm.onboarding.terms-declined");
        } else if (!version.equals(form.getFirst("version"))) {
            page(context, journey, "crm.onboarding.terms-changed");
        } else if (!"on".equals(form.getFirst(ACCEPTED))) {
            page(context, journey, "crm.onboarding.terms-missing");
        } else {
            String userId = context.getUser().getId();
            journey.repository()
                    .add(new TermsEntity(
                            context.getRealm().getId(), userId, version, journey.settings(), journey.now()));
            context.getEvent().detail("crm_terms_version", version);
            context.success();
        }
    }
}
