package io.keycloakcrm.outbox;

import io.keycloakcrm.background.Blame;
import io.keycloakcrm.background.Crew;
import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.resources.ShutdownDelayInitiatedEvent;
import org.keycloak.timer.TimerProvider;

/**
 * The part of this node in all outboxes. Woken after something is put in, and by a tick that finds what is due again and
 * what a restarted or lost node left behind; everything it knows is in the database.
 */
final class OutboxEngine {

    private static final Logger LOG = Logger.getLogger(OutboxEngine.class);
    private static final String DELIVERIES = "Deliveries";

    /** Well within the time that an orchestrator leaves a server between asking it to end and ending it. */
    private static final long CLOSE_SECONDS = 15;

    private final OutboxConfig config;
    private final Transactions transactions;
    private final OutboxMeters meters;
    private final ExecutorService executor;
    private final Dispatch dispatch;
    private final Clearance clearance;
    private final Crew crew;

    private OutboxEngine(KeycloakSessionFactory factory, OutboxConfig config, ExecutorService executor) {
        this.config = config;
        this.executor = executor;
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
            ExecutorService executor =
                    session.getProvider(ExecutorsProvider.class).getExecutor("crm-outbox");
            var engine = new OutboxEngine(factory, config, executor);
            factory.register(engine::onEvent);
            return engine;
        }
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(
                    migrated.getFactory(),
                    session -> session.getProvider(TimerProvider.class)
                            .schedule(this::tick, config.tickMillis(), config.tickMillis(), "crm-outbox"));
        } else if (event instanceof ShutdownDelayInitiatedEvent) {
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
        try {
            if (!crew.awaitGone(CLOSE_SECONDS)) {
                LOG.warnf("A delivery did not end within %d seconds; it will count as uncertain", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs on the server's only timer thread, where nothing may take long and no exception may escape. */
    private void tick() {
        try {
            crew.call();
            executor.execute(this::tidy);
        } catch (Throwable e) { // a task's outer edge: anything thrown here would end every timer of the server
            LOG.error("The outbox cannot be looked after", e);
        }
    }

    private void tidy() {
        try {
            if (config.metrics()) {
                meters.load(transactions.run(
                        session -> new OutboxQueueRepository(session).load(DatabaseClock.millis(session))));
            }
            clearance.clear();
        } catch (Throwable e) { // a task's outer edge: the next tick tries again
            Blame.log(LOG, DELIVERIES, e);
        }
    }
}
