package io.keycloakcrm.imports.job;

import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
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

    private final EngineConfig config;
    private final Worker worker;
    private final Housekeeping housekeeping;
    private final ExecutorService executor;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger nudges = new AtomicInteger();
    private volatile boolean stopping;

    private ImportEngine(EngineConfig config, Worker worker, Housekeeping housekeeping, ExecutorService executor) {
        this.config = config;
        this.worker = worker;
        this.housekeeping = housekeeping;
        this.executor = executor;
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

    /** Works on the chunk in hand and claims no more. */
    public void stop() {
        stopping = true;
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
        for (int free = config.workers() - active.get(); free > 0 && !stopping; free--) {
            active.incrementAndGet();
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
            LOG.warn("Work on imports is interrupted; it is taken up again by itself", e);
        } finally {
            active.decrementAndGet();
        }
    }

    private void tidy() {
        try {
            housekeeping.eraseDue();
        } catch (Throwable e) { // a task's outer edge: the next tick tries again
            LOG.warn("Old imports could not be erased; tried again at the next tick", e);
        }
    }
}
