package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.forms.login.LoginFormsProvider;

/** What the realm recommends for the first day, to tick off. The last page before the application. */
@AutoService(RequiredActionFactory.class)
public final class GettingStartedAction implements StepAction {

    @Override
    public Step step() {
        return Step.GETTING_STARTED;
    }

    @Override
    public String getDisplayText() {
        return "CRM: getting started";
    }

    @Override
    public void show(RequiredActionContext context, Journey journey) {
        Set<String> done =
                done(context, journey).stream().map(entry -> entry.linkKey).collect(Collectors.toSet());
        LoginFormsProvider form = StepPage.form(context, journey);
        form.setAttribute(
                "crmLinks",
                journey.settings().gettingStarted().stream()
                        .map(link -> Map.of(
                                "key", link.key(),
                                "label", link.label(),
                                "url", link.url(),
                                "done", done.contains(link.key())))
                        .toList());
        StepPage.show(context, form, "crm-getting-started.ftl");
    }

    private static List<GettingStartedEntity> done(RequiredActionContext context, Journey journey) {
        return journey.repository().gettingStarted(context.getUser().getId());
    }

    @Override
    public void take(RequiredActionContext context, Journey journey, MultivaluedMap<String, String> form) {
        Set<String> ticked = Set.copyOf(form.getOrDefault("done", List.of()));
        List<GettingStartedEntity> known = done(context, journey);
        for (GettingStartedLink link : journey.settings().gettingStarted()) {
            List<GettingStartedEntity> stored = known.stream()
                    .filter(entry -> entry.linkKey.equals(link.key()))
                    .toList();
            if (!ticked.contains(link.key())) {
                stored.forEach(journey.repository()::remove);
            } else if (stored.isEmpty()) {
                journey.repository()
                        .add(new GettingStartedEntity(
                                context.getRealm().getId(), context.getUser().getId(), link.key(), journey.now()));
            }
        }
        if (form.containsKey("save")) {
            show(context, journey);
            return;
        }
        journey.started();
        context.success();
    }
}
