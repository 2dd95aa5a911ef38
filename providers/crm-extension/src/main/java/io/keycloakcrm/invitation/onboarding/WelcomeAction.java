package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffIndex;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Greets, and lets the person put right what the realm's profile lets him edit. */
@AutoService(RequiredActionFactory.class)
public final class WelcomeAction implements StepAction {

    @Override
    public Step step() {
        return Step.WELCOME;
    }

    @Override
    public String getDisplayText() {
        return "CRM: welcome and profile";
    }

    @Override
    public void show(RequiredActionContext context, Journey journey) {
        page(context, journey, null, List.of());
    }

    private static void page(
            RequiredActionContext context,
            Journey journey,
            @Nullable MultivaluedMap<String, String> typed,
            List<FormMessage> errors) {
        LoginFormsProvider form = StepPage.form(context, journey);
        if (typed != null) {
            form.setFormData(typed);
        }
        if (!errors.isEmpty()) {
            form.setErrors(errors);
        }
        UserModel user = context.getUser();
        Set<String> kept = WelcomeProfile.kept(user, journey.invitation()).keySet();
        form.setAttribute("crmName", StaffIndex.displayName(user));
        form.setAttribute("profile", new WelcomeProfile(user, typed, kept, context.getSession()));
        StepPage.show(context, form, "crm-welcome.ftl");
    }

    @Override
    public void take(RequiredActionContext context, Journey journey, MultivaluedMap<String, String> sent) {
        UserProfileProvider profiles = context.getSession().getProvider(UserProfileProvider.class);
        UserModel user = context.getUser();
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>(sent);
        form.keySet()
                .retainAll(profiles.create(UserProfileContext.UPDATE_PROFILE, user)
                        .getAttributes()
                        .getWritable()
                        .keySet());
        // Keycloak's form cannot rewrite what was typed, and the profile takes one form of it alone.
        form.computeIfPresent(
                StaffAttributes.PHONE_NUMBER, (name, typed) -> OwnPhone.written(context.getRealm(), typed));
        WelcomeProfile.kept(user, journey.invitation()).forEach((name, value) -> form.put(name, List.of(value)));
        context.getEvent()
                .event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, UserProfileContext.UPDATE_PROFILE.name());
        try {
            UserProfile profile = profiles.create(UserProfileContext.UPDATE_PROFILE, form, user);
            profile.update(false, new EventAuditingAttributeChangeListener(profile, context.getEvent()));
        } catch (ValidationException refused) {
            page(context, journey, form, Validation.getFormErrorsFromValidation(refused.getErrors()));
            return;
        }
        done(context, journey);
    }

    /** Whose credentials another house keeps has his way in already; here is where he uses the invitation up. */
    private static void done(RequiredActionContext context, Journey journey) {
        boolean claims = journey.standing() == Standing.UNDER_WAY && !journey.needsCredential() && !journey.isClaimed();
        if (claims && !journey.claim()) {
            Refusal.showDeadLink(context);
            return;
        }
        journey.welcomed();
        context.getUser().removeRequiredAction(UserModel.RequiredAction.UPDATE_PROFILE);
        context.getAuthenticationSession().removeRequiredAction(UserModel.RequiredAction.UPDATE_PROFILE);
        context.success();
    }
}
