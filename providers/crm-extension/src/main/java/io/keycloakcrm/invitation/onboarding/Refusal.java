package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.invitation.DeadLinkPage;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Errors;

/** What those see who may not go on. Whatever they have just sent is not kept, by whichever action it was taken. */
final class Refusal {

    private static final String DETAIL = "crm_onboarding";

    private Refusal() {}

    static void show(RequiredActionContext context, Journey journey) {
        boolean out = journey.standing() == Standing.OUT;
        if (HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
            context.getSession().getTransactionManager().setRollbackOnly();
        }
        context.getEvent()
                .clone()
                .detail(DETAIL, out ? "no-live-invitation" : "not-in-this-session")
                .error(Errors.NOT_ALLOWED);
        context.challenge(
                out
                        ? deadLink(context)
                        : context.form().setError(reason(journey)).createErrorPage(Response.Status.FORBIDDEN));
    }

    /** The link was alive a moment ago. */
    static void showDeadLink(RequiredActionContext context) {
        showDeadLink(context, "claimed-by-another");
    }

    /** The person was there a moment ago. */
    static void showGone(RequiredActionContext context) {
        showDeadLink(context, "no-live-invitation");
    }

    private static void showDeadLink(RequiredActionContext context, String detail) {
        context.getSession().getTransactionManager().setRollbackOnly();
        context.getEvent().clone().detail(DETAIL, detail).error(Errors.NOT_ALLOWED);
        context.challenge(deadLink(context));
    }

    /** As bytes: into what is text Keycloak would write a script, which the page does not allow. */
    private static Response deadLink(RequiredActionContext context) {
        Response page = DeadLinkPage.response(context.getSession());
        return Response.fromResponse(page)
                .entity(page.getEntity().toString().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static String reason(Journey journey) {
        return journey.person().isImpersonated() ? "crm.onboarding.impersonated" : "crm.onboarding.unavailable";
    }
}
