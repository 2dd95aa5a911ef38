package io.keycloakcrm.invitation.onboarding;

import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * How far somebody is.
 *
 * @param number of the step that is shown, from 1
 * @param total of all steps, those that were taken too
 */
record Progress(int number, int total) {

    /** Attribute of pages; Keycloak's own pages have it too, where they stand for a step. */
    private static final String ATTRIBUTE = "crmProgress";

    static Progress of(Journey journey) {
        List<Step> steps = journey.steps();
        return new Progress(journey.next().map(steps::indexOf).orElse(steps.size() - 1) + 1, steps.size());
    }

    void show(LoginFormsProvider form) {
        form.setAttribute(ATTRIBUTE, Map.of("number", number, "total", total));
    }
}
