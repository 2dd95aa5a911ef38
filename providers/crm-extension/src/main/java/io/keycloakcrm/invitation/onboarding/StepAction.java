package io.keycloakcrm.invitation.onboarding;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * One step as a required action of Keycloak. The gate decides whose turn it is; each step asks again before it does
 * anything, because a form may be sent twice, late, or by somebody who found its address.
 */
interface StepAction extends RequiredActionProvider, RequiredActionFactory {

    Step step();

    /** Shows its page. */
    void show(RequiredActionContext context, Journey journey);

    /** Takes what was sent, when it is this step's turn. */
    void take(RequiredActionContext context, Journey journey, MultivaluedMap<String, String> form);

    @Override
    default String getId() {
        return step().action();
    }

    @Override
    default RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    /** The gate adds steps, one at a time. */
    @Override
    default void evaluateTriggers(RequiredActionContext context) {}

    @Override
    default void requiredActionChallenge(RequiredActionContext context) {
        Journey journey = Journey.of(context);
        if (isTurn(journey)) {
            show(context, journey);
        } else {
            context.success(); // somebody has given it to a person whom it does not concern
        }
    }

    @Override
    default void processAction(RequiredActionContext context) {
        // Keycloak takes the address of a form for the form itself, whoever opens it.
        if (!HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
            requiredActionChallenge(context);
            return;
        }
        if (!Journey.hold(context)) {
            Refusal.showGone(context);
            return;
        }
        Journey journey = Journey.of(context);
        if (journey.standing() == Standing.OUT || journey.person().isImpersonated()) {
            Refusal.show(context, journey);
        } else if (isTurn(journey)) {
            take(context, journey, context.getHttpRequest().getDecodedFormParameters());
        } else {
            context.success();
        }
    }

    private boolean isTurn(Journey journey) {
        return journey.next().filter(step()::equals).isPresent();
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
