package io.keycloakcrm.tests;

import io.keycloakcrm.tests.api.AccessToken;
import io.keycloakcrm.tests.api.RealmApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** People who sign in one after the other until it is closed. */
final class Crowd implements AutoCloseable {

    private static final int ENOUGH = 5;

    private final ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger signedIn = new AtomicInteger();

    private Crowd() {}

    /** Answers once several have signed in. */
    static Crowd at(URI server, RealmApi realm) {
        String user = "crowd-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        realm.secrets().accept(password);
        realm.post(
                        "users",
                        Map.of(
                                "username",
                                user,
                                "enabled",
                                true,
                                "email",
                                user + "@acme.example",
                                "emailVerified",
                                true,
                                "firstName",
                                "Cora",
                                "lastName",
                                "Crowd",
                                "credentials",
                                List.of(Map.of("type", "password", "value", password))))
                .expect(201);
        var crowd = new Crowd();
        ScheduledFuture<?> coming = crowd.people.scheduleWithFixedDelay(
                () -> {
                    AccessToken.ofUser(server, realm.name(), user, password).get();
                    crowd.signedIn.incrementAndGet();
                },
                0,
                400,
                TimeUnit.MILLISECONDS);
        Awaitility.await("people sign in")
                .atMost(Duration.ofMinutes(1))
                .until(() -> crowd.signedIn.get() >= ENOUGH || coming.isDone());
        return crowd;
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
