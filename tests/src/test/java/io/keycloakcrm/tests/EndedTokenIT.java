package io.keycloakcrm.tests;

import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token that is taken away before its time opens nothing at the endpoint of the claims any more. */
@WithKeycloak
final class EndedTokenIT {

    private final RealmApi realm;
    private final Application app;

    EndedTokenIT(Crm crm) {
        this.realm = crm.newRealm();
        this.app = Application.registered(realm, "app", Map.of());
    }

    @Test
    void ofSomebodyWhoWasDisabled() {
        String id = hired();
        String token = token(app, id);

        realm.put("users/" + id, Map.of("enabled", false)).expect(204);

        app.access(token).expect(401);
    }

    @Test
    void thatWasRevoked() {
        String token = token(app, hired());

        app.revoke(token).expect(200);

        app.access(token).expect(401);
    }

    @Test
    void ofASessionThatHasEnded() {
        String id = hired();
        String token = token(app, id);

        realm.post("users/" + id + "/logout", Map.of()).expect(204);

        app.access(token).expect(401);
    }

    @Test
    void ofAnApplicationThatWasDisabled() {
        Application closed = Application.registered(realm, "closed", Map.of());
        String token = token(closed, hired());

        realm.put("clients/" + realm.clientUuid("closed"), Map.of("clientId", "closed", "enabled", false))
                .expect(204);

        closed.access(token).expect(401);
    }

    private String hired() {
        String email = UUID.randomUUID() + "@acme.example";
        String id = realm.post(
                        "crm/staff",
                        Map.of("name", "Mei Lin", "email", email, "username", email, "roles", List.of("finance")))
                .expect(201)
                .createdId();
        Application.welcome(realm, id);
        return id;
    }

    /** One that opens the endpoint now. */
    private String token(Application application, String id) {
        String username =
                realm.get("users/" + id).expect(200).json().path("username").asText();
        String token = application
                .tokens(id, username, "openid crm")
                .path("access_token")
                .asText();
        application.access(token).expect(200);
        return token;
    }
}
