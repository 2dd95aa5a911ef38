package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.AfterCommit;
import io.keycloakcrm.background.Crew;
import io.keycloakcrm.background.Rounds;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import io.micrometer.core.instrument.Metrics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.resources.ShutdownDelayInitiatedEvent;

/**
 * The part of this node in all imports. Woken after a job is started, and by a tick that finds what a restarted or lost
 * node left behind; everything it knows is in the database, so any node can go on where another stopped.
 */
public final class ImportEngine {

    private static final String ID = "crm-import";
    private static final String IMPORTS = "Imports";

    private static final long CLOSE_SECONDS = 10;

    private final EngineConfig config;
    private final Transactions transactions;
    private final ImportMeters meters;
    private final Housekeeping housekeeping;
    private final RestClock restClock = new RestClock();
    private final Crew crew;
    private final Worker worker;
    private final Foreman foreman;

    private ImportEngine(KeycloakSessionFactory factory, EngineConfig config, Executor executor) {
        this.config = config;
        this.transactions = new Transactions(factory);
        this.meters = config.metrics() ? new MicrometerMeters(Metrics.globalRegistry) : ImportMeters.NONE;
        this.housekeeping = new Housekeeping(transactions, config.retentionDays());
        this.crew = new Crew(IMPORTS, config.workers(), executor, this::step);
        SignIns signIns = SignInListenerProviderFactory.signIns(factory);
        var lane = new SlowLane(signIns::areFrequent, System::nanoTime, restClock, crew::call, meters);
        var lease = new Foreman.Lease(UUID.randomUUID().toString(), config.leaseMillis());
        var setbacks = new Setbacks(System::nanoTime);
        this.worker = worker(setbacks);
        this.foreman = new Foreman(transactions, lease, lane, worker, setbacks, crew::call);
    }

    /**
     * Makes the engine of this node; it begins to work once the server has migrated its database.
     *
     * @throws IllegalStateException if nobody works one of the phases
     */
    public static ImportEngine start(KeycloakSessionFactory factory, EngineConfig config) {
        try (KeycloakSession session = factory.create()) {
            Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor(ID);
            var engine = new ImportEngine(factory, config, executor);
            factory.register(engine::onEvent);
            long tick = config.tickMillis();
            Rounds.begin(factory, IMPORTS, ID, tick, tick, engine.crew::call);
            Rounds.begin(factory, IMPORTS, ID + "-tidy", tick, tick, engine::tidy);
            return engine;
        }
    }

    private Worker worker(Setbacks setbacks) {
        Map<Phase, ChunkWork> works = works();
        var chunks = new ChunkRunner(transactions, works, config, meters);
        ChunkWork presence = Objects.requireNonNull(works.get(Phase.ABSENTEES));
        return new Worker(transactions, MappedRows::new, chunks, presence, config, meters, setbacks);
    }

    private static Map<Phase, ChunkWork> works() {
        Map<Phase, ChunkWork> works = new EnumMap<>(Phase.class);
        ServiceLoader.load(ChunkWork.class, ChunkWork.class.getClassLoader())
                .forEach(work -> works.put(work.phase(), work));
        for (Phase phase : Phase.values()) {
            if (phase != Phase.PREPARE && !works.containsKey(phase)) {
                throw new IllegalStateException("no " + ChunkWork.class.getName() + " for " + phase);
            }
        }
        return works;
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof ShutdownDelayInitiatedEvent) {
            stop();
        } else {
            Removals.onEvent(event);
        }
    }

    /** Claims no more; a chunk in hand is finished, or given back between two rows; rests end with nothing after them. */
    public void stop() {
        crew.dismiss();
        worker.stop();
        restClock.stop();
    }

    /** Stops and waits a little until nothing is in hand; what lasts longer is rolled back by the end of the server. */
    public void close() {
        stop();
        crew.disband(CLOSE_SECONDS, "what is in hand is rolled back");
    }

    /** Wakes this node once the present transaction has committed; nothing happens if it does not. */
    public void nudgeAfterCommit(KeycloakSession session) {
        AfterCommit.run(session, crew::call);
    }

    private boolean step() {
        return foreman.step();
    }

    private void tidy() {
        if (config.metrics()) {
            meters.load(transactions.run(ActiveJobRepository::load));
        }
        housekeeping.eraseDue();
    }
}
