package io.keycloakcrm.imports.job;

import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.resources.ShutdownDelayInitiatedEvent;
import org.keycloak.timer.TimerProvider;

/**
 * The part of this node in all imports. Woken after a job is started, and by a tick that finds what a restarted or lost
 * node left behind; everything it knows is in the database, so any node can go on where another stopped.
 */
public final class ImportEngine {

    private static final Logger LOG = Logger.getLogger(ImportEngine.class);

    /** Well within the time that an orchestrator leaves a server between asking it to end and ending it. */
    private static final long CLOSE_SECONDS = 10;

    private final EngineConfig config;
    private final Worker worker;
    private final Housekeeping housekeeping;
    private final ExecutorService executor;
    private final Semaphore idle;
    private final AtomicInteger nudges = new AtomicInteger();
    private volatile boolean stopping;

    private ImportEngine(EngineConfig config, Worker worker, Housekeeping housekeeping, ExecutorService executor) {
        this.config = config;
        this.worker = worker;
        this.housekeeping = housekeeping;
        this.executor = executor;
        this.idle = new Semaphore(config.workers());
    }

    /**
     * Makes the engine of this node; it begins to work once the server has migrated its database.
     *
     * @throws IllegalStateException if nobody works one of the phases
     */
    public static ImportEngine start(KeycloakSessionFactory factory, EngineConfig config) {
        var transactions = new Transactions(factory);
        String owner = UUID.randomUUID().toString();
        var worker = new Worker(owner, transactions, MappedRows::new, works(), config);
        var housekeeping = new Housekeeping(transactions, config.retentionDays());
        try (KeycloakSession session = factory.create()) {
            ExecutorService executor =
                    session.getProvider(ExecutorsProvider.class).getExecutor("crm-import");
            var engine = new ImportEngine(config, worker, housekeeping, executor);
            factory.register(engine::onEvent);
            return engine;
        }
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
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(
                    migrated.getFactory(),
                    session -> session.getProvider(TimerProvider.class)
                            .schedule(this::tick, config.tickMillis(), config.tickMillis(), "crm-import"));
        } else if (event instanceof ShutdownDelayInitiatedEvent) {
            stop();
        } else {
            Removals.onEvent(event);
        }
    }

    /** Claims no more; a chunk in hand is finished, or given back between two of its rows. */
    public void stop() {
        stopping = true;
        worker.stop();
    }

    /** Stops and waits a little until nothing is in hand; what lasts longer is rolled back by the end of the server. */
    public void close() {
        stop();
        try {
            if (!idle.tryAcquire(config.workers(), CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warnf("Work on imports did not end within %d seconds; it is rolled back", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes this node once the present transaction has committed; nothing happens if it does not. */
    public void nudgeAfterCommit(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                nudge();
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private void nudge() {
        nudges.incrementAndGet();
        while (!stopping && idle.tryAcquire()) {
            executor.execute(this::work);
        }
    }

    /** Runs on the server's only timer thread, where nothing may take long and no exception may escape. */
    private void tick() {
        try {
            nudge();
            executor.execute(this::tidy);
        } catch (Throwable e) { // a task's outer edge: anything thrown here would end every timer of the server
            LOG.error("Imports cannot be looked after", e);
        }
    }

    private void work() {
        try {
            int seen;
            do {
                seen = nudges.get();
                boolean more = true;
                while (more && !stopping) {
                    more = worker.step();
                }
            } while (seen != nudges.get() && !stopping);
        } catch (Throwable e) { // a task's outer edge: the lease runs out and the next tick tries again
            interrupted(e);
        } finally {
            idle.release();
        }
    }

    private void tidy() {
        try {
            housekeeping.eraseDue();
        } catch (Throwable e) { // a task's outer edge: the next tick tries again
            interrupted(e);
        }
    }

    /** A database that is away is told in a line, however often the tick finds it so. */
    private static void interrupted(Throwable failure) {
        if (Blame.of(failure) == Blame.ROW) {
            LOG.warn("Work on imports is interrupted; it is taken up again by itself", failure);
        } else {
            LOG.warnf("Imports wait for the database: %s", Blame.reason(failure));
        }
    }
}
