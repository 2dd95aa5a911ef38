package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * A password of the person's own choice, or the wish for a passkey. Stores the credential and claims the invitation in
 * one transaction: of two browsers with the same link, one has a password afterwards.
 */
@AutoService(RequiredActionFactory.class)
public final class PasswordAction implements StepAction {

    private static final String PASSWORD = "password-new";
    private static final String AGAIN = "password-confirm";
    private static final String PASSKEY = "passkey";

    /** Where Keycloak's own pages show what is wrong with one. */
    private static final String PASSWORD_FIELD = Validation.FIELD_PASSWORD;

    @Override
    public Step step() {
        return Step.CREDENTIAL;
    }

    @Override
    public String getDisplayText() {
        return "CRM: own password or passkey";
    }

    @Override
    public void show(RequiredActionContext context, Journey journey) {
        page(context, journey, null);
    }

    private static void page(RequiredActionContext context, Journey journey, @Nullable FormMessage error) {
        LoginFormsProvider form = StepPage.form(context, journey);
        if (error != null) {
            form.addError(error);
        }
        form.setAttribute("crmRules", PasswordRules.of(context.getRealm().getPasswordPolicy()));
        form.setAttribute("crmUsername", context.getUser().getUsername());
        form.setAttribute("crmPasskey", journey.person().mayUsePasskey(journey.settings()));
        StepPage.show(context, form, "crm-password.ftl");
    }

    @Override
    public void take(RequiredActionContext context, Journey journey, MultivaluedMap<String, String> form) {
        if (form.containsKey(PASSKEY) && journey.person().mayUsePasskey(journey.settings())) {
            Passkey.want(journey.person());
            context.success();
            return;
        }
        context.getEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE);
        @Nullable String password = form.getFirst(PASSWORD);
        if (password == null || password.isBlank()) {
            refuse(context, journey, Errors.PASSWORD_MISSING, PASSWORD_FIELD, Messages.MISSING_PASSWORD);
        } else if (!password.equals(form.getFirst(AGAIN))) {
            refuse(context, journey, Errors.PASSWORD_CONFIRM_ERROR, AGAIN, Messages.NOTMATCH_PASSWORD);
        } else {
            store(context, journey, password);
        }
    }

    private static void store(RequiredActionContext context, Journey journey, String password) {
        try {
            context.getUser().credentialManager().updateCredential(UserCredentialModel.password(password, false));
        } catch (ModelException againstPolicy) {
            refuse(
                    context,
                    journey,
                    Errors.PASSWORD_REJECTED,
                    PASSWORD_FIELD,
                    againstPolicy.getMessage(),
                    againstPolicy.getParameters());
            return;
        }
        if (journey.claim()) {
            context.success();
        } else {
            Refusal.showDeadLink(context);
        }
    }

    private static void refuse(
            RequiredActionContext context,
            Journey journey,
            String error,
            String field,
            @Nullable String message,
            @Nullable Object... parameters) {
        context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL_ERROR).error(error);
        page(context, journey, new FormMessage(field, message, parameters));
    }
}
