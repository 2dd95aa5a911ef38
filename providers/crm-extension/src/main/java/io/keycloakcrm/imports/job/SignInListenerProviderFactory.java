package io.keycloakcrm.imports.job;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Hears of everybody who waits for this node to sign him in, so that imports can step aside. */
@AutoService(EventListenerProviderFactory.class)
public final class SignInListenerProviderFactory implements EventListenerProviderFactory {

    static final String ID = "crm-import-pace";

    private static final Set<EventType> SOMEBODY_WAITS = EnumSet.of(
            EventType.LOGIN,
            EventType.LOGIN_ERROR,
            EventType.CODE_TO_TOKEN,
            EventType.CODE_TO_TOKEN_ERROR,
            EventType.REFRESH_TOKEN,
            EventType.REFRESH_TOKEN_ERROR,
            EventType.REGISTER,
            EventType.RESET_PASSWORD,
            EventType.UPDATE_CREDENTIAL);

    private final SignIns signIns = new SignIns(System::nanoTime);
    private final EventListenerProvider listener = new Listener(signIns);

    /** Of this server; silent if the server was told to do without this listener. */
    static SignIns signIns(KeycloakSessionFactory factory) {
        return factory.getProviderFactory(EventListenerProvider.class, ID)
                        instanceof SignInListenerProviderFactory listener
                ? listener.signIns
                : new SignIns(System::nanoTime);
    }

    @Override
    public String getId() {
        return ID;
    }

    /** In every realm, without having to be named in its settings. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return listener;
    }

    private record Listener(SignIns signIns) implements EventListenerProvider {

        @Override
        public void onEvent(Event event) {
            if (SOMEBODY_WAITS.contains(event.getType())) {
                signIns.add();
            }
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
