package io.keycloakcrm.access.guard;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.ActingAdministrator;
import io.keycloakcrm.rest.LawOfRights;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Asks the law of rights once a request of Keycloak's pages is through with its roles: only then it is known what they
 * say. Keycloak tells of it by an admin event, whether the realm keeps those or not, and swallows what its listeners throw.
 */
@AutoService(EventListenerProviderFactory.class)
public final class RolePagesEventListenerProviderFactory implements EventListenerProviderFactory {

    static final String ID = "crm-role-pages";

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
        return new Listener(session);
    }

    private record Listener(KeycloakSession session) implements EventListenerProvider {

        @Override
        public void onEvent(Event event) {
            // Not about administrators.
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {
            RoleChanges.taken(session).ifPresent(changes -> {
                var verdict = new Verdict();
                session.getTransactionManager().enlistPrepare(verdict);
                verdict.reached(refusal(changes));
            });
        }

        private Optional<RefusedOnPage> refusal(RoleChanges changes) {
            LawOfRights law = ActingAdministrator.behind(session)
                    .map(LawOfRights::new)
                    .orElseThrow(() -> new IllegalStateException("Nobody is known to be behind the request"));
            return new RoleChangesLaw(session.getContext().getRealm(), changes, law)
                    .refusal()
                    .or(() -> new ConferralLaw(session, changes.conferred(), law).refusal())
                    .flatMap(refusal ->
                            KeycloakPage.present(RolePages.WRITE_ROLES).map(page -> page.refusal(refusal)));
        }

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
