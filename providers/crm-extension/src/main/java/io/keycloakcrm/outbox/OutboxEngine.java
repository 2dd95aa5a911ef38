package io.keycloakcrm.outbox;

import io.keycloakcrm.background.Crew;
import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Rounds;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.resources.ShutdownDelayInitiatedEvent;

/**
 * The part of this node in all outboxes. Woken after something is put in, and by a tick that finds what is due again and
 * what a restarted or lost node left behind; everything it knows is in the database.
 */
final class OutboxEngine {

    private static final String ID = "crm-outbox";
    private static final String DELIVERIES = "Deliveries";

    private static final long CLOSE_SECONDS = 15;

    private final OutboxConfig config;
    private final Transactions transactions;
    private final OutboxMeters meters;
    private final Dispatch dispatch;
    private final Clearance clearance;
    private final Crew crew;

    private OutboxEngine(KeycloakSessionFactory factory, OutboxConfig config, Executor executor) {
        this.config = config;
        this.transactions = new Transactions(factory);
        this.meters = config.metrics() ? new MicrometerOutboxMeters(Metrics.globalRegistry) : OutboxMeters.NONE;
        var records = new Records(
                transactions, config.retry(), () -> ThreadLocalRandom.current().nextDouble());
        var courier = new Courier(transactions, config.sendingMillis(), records, meters);
        var pace = new Pace(config.perSecond(), System::nanoTime);
        this.dispatch = new Dispatch(transactions, courier, pace, new Setbacks(System::nanoTime), config);
        this.clearance = new Clearance(transactions, records, config.retentionDays());
        this.crew = new Crew(DELIVERIES, config.workers(), executor, dispatch::step);
    }

    /** Makes the engine of this node; it begins to work once the server has migrated its database. */
    static OutboxEngine start(KeycloakSessionFactory factory, OutboxConfig config) {
        try (KeycloakSession session = factory.create()) {
            Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor(ID);
            var engine = new OutboxEngine(factory, config, executor);
            factory.register(engine::onEvent);
            long tick = config.tickMillis();
            Rounds.begin(factory, DELIVERIES, ID, tick, tick, engine.crew::call);
            Rounds.begin(factory, DELIVERIES, ID + "-tidy", tick, tick, engine::tidy);
            return engine;
        }
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof ShutdownDelayInitiatedEvent) {
            stop();
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new OutboxQueueRepository(removed.getKeycloakSession())
                    .removeRealm(removed.getRealm().getId());
        }
    }

    /** There may be something to send. */
    void nudge() {
        crew.call();
    }

    private void stop() {
        crew.dismiss();
        dispatch.stop();
    }

    /** Stops and waits a little for what is just going out. */
    void close() {
        stop();
        crew.disband(CLOSE_SECONDS, "what is under way will count as uncertain");
    }

    private void tidy() {
        if (config.metrics()) {
            meters.load(transactions.run(
                    session -> new OutboxQueueRepository(session).load(DatabaseClock.millis(session))));
        }
        clearance.clear();
    }
}
