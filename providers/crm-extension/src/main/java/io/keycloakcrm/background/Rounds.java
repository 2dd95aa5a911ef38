package io.keycloakcrm.background;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * What a node does again and again, from the moment at which its database is migrated until it ends. A round that lasts
 * longer than the time between two is not joined by a second one at the same node; other nodes make their own.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String work;
    private final Executor executor;
    private final Runnable round;
    private final AtomicBoolean underWay = new AtomicBoolean();

    Rounds(String work, Executor executor, Runnable round) {
        this.work = work;
        this.executor = executor;
        this.round = round;
    }

    /**
     * To be called while the server starts.
     *
     * @param work what does not go on when a round fails, in the plural and capitalised
     * @param id of the timer, and of the threads unless Keycloak has all tasks share the same
     * @param firstMillis after the migration
     * @param millis between the beginnings of two
     * @param round what it throws is logged, and the next one tries again
     */
    public static void begin(
            KeycloakSessionFactory factory, String work, String id, long firstMillis, long millis, Runnable round) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(
                        factory, session -> of(session, work, id, round).schedule(session, id, firstMillis, millis));
            }
        });
    }

    private static Rounds of(KeycloakSession session, String work, String id, Runnable round) {
        return new Rounds(work, session.getProvider(ExecutorsProvider.class).getExecutor(id), round);
    }

    private void schedule(KeycloakSession session, String id, long firstMillis, long millis) {
        session.getProvider(TimerProvider.class).schedule(this::tick, firstMillis, millis, id);
    }

    /** Runs on the server's only timer thread, where nothing may take long and no exception may escape. */
    void tick() {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::make);
        } catch (Throwable e) { // a task's outer edge: anything thrown here would end every timer of the server
            underWay.set(false);
            LOG.errorf(e, "%s cannot be looked after", work);
        }
    }

    private void make() {
        try {
            round.run();
        } catch (Throwable e) { // a task's outer edge: the next round tries again
            Blame.log(LOG, work, e);
        } finally {
            underWay.set(false);
        }
    }
}
