package io.keycloakcrm.invitation.door;

import io.keycloakcrm.background.AfterCommit;
import io.keycloakcrm.background.Blame;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.invitation.Code;
import io.keycloakcrm.invitation.DeadLinkPage;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Somebody asks for a new link. He is answered at once and always the same; whether there is anything to send is found out
 * after that, on another thread, so that no answer and no delay tells who is known here.
 *
 * @param address e-mail address, as typed; empty if left out
 * @param code of the link that no longer works, if that was at hand
 */
record NewLinkRequest(String address, Optional<Code> code) {

    /** By which a form asks for this. */
    static final String FIELD = "ask";

    private static final Logger LOG = Logger.getLogger(NewLinkRequest.class);
    private static final int LONGEST_ADDRESS = 255;

    static NewLinkRequest of(MultivaluedMap<String, String> form, String code) {
        @Nullable String address = form.getFirst("email");
        return new NewLinkRequest(address == null ? "" : address.strip(), Code.parse(code));
    }

    Response answer(KeycloakSession session) {
        String realmId = session.getContext().getRealm().getId();
        String place = session.getContext().getConnection().getRemoteAddr();
        Transactions transactions = new Transactions(session.getKeycloakSessionFactory());
        if (!new Allowance(transactions, realmId).lets(place)) {
            return DeadLinkPage.askedTooOften(session);
        }
        if (address.length() <= LONGEST_ADDRESS) {
            KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
            Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor("crm-new-link");
            AfterCommit.run(session, () -> executor.execute(() -> renew(factory, realmId)));
        }
        return DeadLinkPage.asked(session);
    }

    private void renew(KeycloakSessionFactory factory, String realmId) {
        try {
            new Transactions(factory).run(realmId, session -> new Renewal(session).of(this));
        } catch (Throwable e) { // a task's outer edge: whoever asked asks again
            Blame.log(LOG, "New links", e);
        }
    }

    // Records print all they hold, and a log line is soon written.
    @Override
    public String toString() {
        return "NewLinkRequest";
    }
}
