package io.keycloakcrm.invitation;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.invitation.InvitationStep.What;
import io.keycloakcrm.invitation.SweepRepository.Due;
import io.keycloakcrm.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What time does to invitations: they run out, and before that the person is reminded. On every node, in small
 * transactions; of two nodes that see the same, the conditional update lets one through. Nothing waits for it: a link is
 * dead when its time is over, noticed or not.
 */
public final class InvitationSweep {

    private static final Logger LOG = Logger.getLogger(InvitationSweep.class);
    private static final int AT_ONCE = 200;

    private final Transactions transactions;

    public InvitationSweep(KeycloakSessionFactory factory) {
        this.transactions = new Transactions(factory);
    }

    /** One round; what fails is left to the next. */
    public void sweep() {
        expire();
        transactions
                .run(session -> new SweepRepository(session).realmsWithOpen(DatabaseClock.millis(session)))
                .forEach(this::remind);
        transactions.run(session -> new SweepRepository(session)
                .forgetPlaces(DatabaseClock.millis(session) - 2 * SendingCap.DAY.toMillis()));
    }

    private void expire() {
        int noticed = AT_ONCE;
        while (noticed == AT_ONCE) {
            noticed = transactions.run(session -> {
                var repository = new SweepRepository(session);
                long now = DatabaseClock.millis(session);
                List<Due> overdue = repository.overdue(now, AT_ONCE);
                overdue.stream()
                        .filter(due -> repository.expire(due, now))
                        .forEach(due ->
                                new StepRepository(session, due.realmId()).add(due.edition(), What.EXPIRED, now));
                return overdue.size();
            });
        }
    }

    private void remind(String realmId) {
        try {
            int reminded = AT_ONCE;
            while (reminded == AT_ONCE) {
                reminded = transactions.run(realmId, InvitationSweep::remindSome);
            }
        } catch (RealmGone e) {
            LOG.debugf("Invitations have gone with their realm: %s", e.getMessage());
        }
    }

    private static int remindSome(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        @Nullable Duration before = InvitationSettings.of(realm).reminder();
        if (before == null) {
            return 0;
        }
        var repository = new SweepRepository(session);
        long now = DatabaseClock.millis(session);
        List<Due> due = repository.remindable(realm.getId(), now, before.toMillis(), AT_ONCE);
        due.stream().filter(repository::remind).forEach(one -> reminded(session, realm, one, now));
        return due.size();
    }

    private static void reminded(KeycloakSession session, RealmModel realm, Due due, long now) {
        @Nullable UserModel user = session.users().getUserById(realm, due.userId());
        Optional<Way> way = user == null ? Optional.empty() : Way.to(session, realm, user);
        if (way.isPresent() && new SendingCap(session, realm).take(way.get().address())) {
            session.getProvider(Outbox.class).add(realm, InvitationParcel.reminder(due.edition()));
            new StepRepository(session, realm.getId()).add(due.edition(), What.REMINDED, now);
        }
    }
}
