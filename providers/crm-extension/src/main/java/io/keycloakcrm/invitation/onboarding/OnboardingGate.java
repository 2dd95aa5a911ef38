package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asked by Keycloak at every sign-in, before any page and after every step, whatever way somebody has come: adds the one
 * step that is next, or itself, and then nobody goes on. Comes first among the required actions, so that what it refuses
 * does not first do something else.
 */
@AutoService(RequiredActionFactory.class)
public final class OnboardingGate implements RequiredActionProvider, RequiredActionFactory {

    static final String ID = "crm-onboarding";

    /** Where passwords are exchanged for tokens, and no page can be shown. */
    private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "CRM: onboarding";
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        tab.removeRequiredAction(ID);
        for (Step step : Step.values()) {
            if (step.isOurs()) {
                tab.removeRequiredAction(step.action());
            }
        }
        Journey journey = Journey.of(context);
        switch (journey.standing()) {
            case UNTOUCHED -> {}
            case OUT -> tab.addRequiredAction(ID);
            case UNDER_WAY, IN -> lead(context, journey);
        }
    }

    private static void lead(RequiredActionContext context, Journey journey) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        Optional<Step> next = journey.next();
        if (next.filter(Step.CREDENTIAL::equals).isPresent()) {
            switch (Passkey.next(journey.person())) {
                case NOT_WANTED -> {}
                case ASKED_FOR -> {
                    show(context, journey);
                    return;
                }
                case MADE -> {
                    if (journey.claim()) {
                        lead(context, journey.again());
                    } else {
                        context.getSession().getTransactionManager().setRollbackOnly();
                        tab.addRequiredAction(ID);
                    }
                    return;
                }
            }
        }
        journey.accept();
        next.filter(step -> step.isMandatory() || !isTokenRequest(context))
                .ifPresent(step -> add(context, journey, step));
    }

    private static void add(RequiredActionContext context, Journey journey, Step step) {
        Person person = journey.person();
        boolean possible = person.canBeAskedFor(step.action()) && !person.isImpersonated();
        context.getAuthenticationSession().addRequiredAction(possible ? step.action() : ID);
        show(context, journey);
    }

    /** On whichever page comes next, Keycloak's own among them. */
    private static void show(RequiredActionContext context, Journey journey) {
        Progress.of(journey).show(context.getSession().getProvider(LoginFormsProvider.class));
    }

    private static boolean isTokenRequest(RequiredActionContext context) {
        return context.getUriInfo().getPath().endsWith(TOKEN_ENDPOINT);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Journey journey = Journey.of(context);
        boolean open = journey.standing() == Standing.UNTOUCHED
                || (journey.standing() != Standing.OUT && journey.next().isEmpty());
        if (open) {
            context.success();
        } else {
            Refusal.show(context, journey);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(OnboardingGate::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserRemovedEvent removed) {
            new OnboardingRepository(
                            removed.getKeycloakSession(), removed.getRealm().getId())
                    .removeUser(removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new OnboardingRepository(
                            removed.getKeycloakSession(), removed.getRealm().getId())
                    .removeRealm();
        }
    }

    @Override
    public void close() {}
}
