package io.keycloakcrm.tests.cluster;

import io.keycloakcrm.tests.api.AccessToken;
import io.keycloakcrm.tests.api.RealmApi;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who logs in by password again and again. */
final class Logins {

    private final URI server;
    private final String realm;
    private final String password = UUID.randomUUID().toString();

    Logins(RealmApi realm) {
        this.server = realm.client().server();
        this.realm = realm.name();
        realm.post(
                        "users",
                        Map.of(
                                "username",
                                "login",
                                "enabled",
                                true,
                                "email",
                                "login@acme.example",
                                "emailVerified",
                                true,
                                "firstName",
                                "Lo",
                                "lastName",
                                "Gin",
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .expect(201);
    }

    /** How long each login took, in milliseconds. */
    List<Double> during(Duration duration) {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            AccessToken.ofUser(server, realm, "login", password).get();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }
}
