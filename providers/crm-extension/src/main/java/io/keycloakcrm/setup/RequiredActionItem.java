package io.keycloakcrm.setup;

import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** A step of onboarding, known to the realm, switched on, and in its place among the others. */
record RequiredActionItem(RequiredActionProviderRepresentation action) implements SetupItem {

    private record Projection(String providerId, boolean enabled, int priority) {}

    @Override
    public String id() {
        return "required-action:" + action.getAlias();
    }

    @Override
    public Object desired() {
        return new Projection(action.getProviderId(), action.isEnabled(), action.getPriority());
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return Optional.ofNullable(find(realm))
                .map(live -> new Projection(live.getProviderId(), live.isEnabled(), live.getPriority()));
    }

    @Override
    public void create(SetupRealm realm) {
        var model = new RequiredActionProviderModel();
        model.setAlias(action.getAlias());
        model.setName(action.getName());
        model.setConfig(new HashMap<>());
        fill(model);
        realm.model().addRequiredActionProvider(model);
    }

    @Override
    public void update(SetupRealm realm) {
        RequiredActionProviderModel live = find(realm);
        if (live != null) {
            fill(live);
            realm.model().updateRequiredActionProvider(live);
        }
    }

    private void fill(RequiredActionProviderModel model) {
        model.setProviderId(action.getProviderId());
        model.setEnabled(action.isEnabled());
        model.setDefaultAction(action.isDefaultAction());
        model.setPriority(action.getPriority());
    }

    private @Nullable RequiredActionProviderModel find(SetupRealm realm) {
        return realm.model().getRequiredActionProviderByAlias(action.getAlias());
    }
}
