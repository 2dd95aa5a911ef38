package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.sms.PhoneCodeState;
import io.keycloakcrm.invitation.sms.PhoneCodes;
import io.keycloakcrm.staff.StaffAttributes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** A code by text message shows that the person has the telephone that the profile says. */
@AutoService(RequiredActionFactory.class)
public final class PhoneAction implements StepAction {

    private static final String CODE = "code";

    private static final Map<PhoneCodes.Asked, String> REFUSALS = Map.of(
            PhoneCodes.Asked.TOO_SOON, "crm.sms.too-soon",
            PhoneCodes.Asked.TOO_MANY, "crm.sms.too-many",
            PhoneCodes.Asked.CLOSED, "crm.sms.country-closed",
            PhoneCodes.Asked.IMPOSSIBLE, "crm.sms.no-gateway");

    @Override
    public Step step() {
        return Step.PHONE;
    }

    @Override
    public String getDisplayText() {
        return "CRM: telephone";
    }

    @Override
    public void show(RequiredActionContext context, Journey journey) {
        page(context, journey, List.of());
    }

    private static void page(RequiredActionContext context, Journey journey, List<FormMessage> errors) {
        LoginFormsProvider form = StepPage.form(context, journey);
        errors.forEach(form::addError);
        var phone = new OwnPhone(context);
        PhoneCodeState last = codes(context).last(context.getUser());
        form.setAttribute("crmPhone", phone.number().orElse(""));
        form.setAttribute("crmPhoneEditable", phone.isEditable());
        form.setAttribute("crmCodeState", last.name());
        StepPage.show(context, form, "crm-phone.ftl");
    }

    private static PhoneCodes codes(RequiredActionContext context) {
        return new PhoneCodes(context.getSession(), context.getRealm());
    }

    @Override
    public void take(RequiredActionContext context, Journey journey, MultivaluedMap<String, String> form) {
        if (form.containsKey(CODE)) {
            confirm(context, journey, Objects.requireNonNullElse(form.getFirst(CODE), ""));
        } else {
            send(context, journey, form.getFirst(StaffAttributes.PHONE_NUMBER));
        }
    }

    private static void send(RequiredActionContext context, Journey journey, @Nullable String typed) {
        var phone = new OwnPhone(context);
        if (typed != null && phone.isEditable()) {
            List<FormMessage> errors = phone.change(
                    OwnPhone.written(context.getRealm(), List.of(typed)).get(0));
            if (!errors.isEmpty()) {
                page(context, journey, errors);
                return;
            }
        }
        Optional<String> number = phone.number();
        if (number.isEmpty()) {
            error(context, journey, StaffAttributes.PHONE_NUMBER, "crm.onboarding.phone-missing");
            return;
        }
        PhoneCodes.Asked asked = codes(context)
                .ask(context.getUser(), number.get(), context.getConnection().getRemoteAddr());
        @Nullable String refusal = REFUSALS.get(asked);
        if (refusal == null) {
            page(context, journey, List.of());
        } else {
            error(context, journey, StaffAttributes.PHONE_NUMBER, refusal);
        }
    }

    private static void confirm(RequiredActionContext context, Journey journey, String typed) {
        Optional<String> number = new OwnPhone(context).number();
        PhoneCodes.Given given =
                number.isEmpty() ? PhoneCodes.Given.OVER : codes(context).give(context.getUser(), number.get(), typed);
        switch (given) {
            case RIGHT -> {
                context.getUser().setSingleAttribute(StaffAttributes.PHONE_NUMBER_VERIFIED, "true");
                context.success();
            }
            case WRONG -> error(context, journey, CODE, "crm.onboarding.code-wrong");
            case OVER -> error(context, journey, CODE, "crm.onboarding.code-over");
        }
    }

    private static void error(RequiredActionContext context, Journey journey, String field, String message) {
        if (field.equals(CODE)) {
            context.getEvent().clone().detail("crm_onboarding", message).error("invalid_phone_code");
        }
        page(context, journey, List.of(new FormMessage(field, message)));
    }
}
