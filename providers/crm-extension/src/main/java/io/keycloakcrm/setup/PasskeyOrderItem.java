package io.keycloakcrm.setup;

import java.util.Comparator;
import java.util.Optional;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * That Keycloak asks for a passkey before it asks for anything else of its own: onboarding offers one in place of a
 * password, as the first credential of all. Where it stands elsewhere, onboarding offers none.
 */
record PasskeyOrderItem(int priority) implements SetupItem {

    private static final String ACTION = "webauthn-register-passwordless";
    private static final String FIRST = "first";

    @Override
    public String id() {
        return "required-action-order:" + ACTION;
    }

    @Override
    public Object desired() {
        return FIRST;
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        if (realm.model().getRequiredActionProviderByAlias(ACTION) == null) {
            return Optional.of(FIRST); // a server without passkeys
        }
        return realm.model()
                .getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .filter(action -> !action.getAlias().startsWith("crm-"))
                .min(Comparator.comparingInt(RequiredActionProviderModel::getPriority))
                .filter(first -> first.getAlias().equals(ACTION) || !isEnabled(realm))
                .map(first -> FIRST);
    }

    private static boolean isEnabled(SetupRealm realm) {
        return realm.model().getRequiredActionProviderByAlias(ACTION).isEnabled();
    }

    @Override
    public void create(SetupRealm realm) {
        RequiredActionProviderModel action = realm.model().getRequiredActionProviderByAlias(ACTION);
        action.setPriority(priority);
        realm.model().updateRequiredActionProvider(action);
    }

    @Override
    public void update(SetupRealm realm) {}
}
