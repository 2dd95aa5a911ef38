package io.keycloakcrm.staff;

import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Compares the index of a realm with its users and repairs it: people who were written by means that nobody told us of
 * (a realm import, a script), and employee numbers that nobody reserved.
 */
final class StaffReindex {

    private static final Logger LOG = Logger.getLogger(StaffReindex.class);

    private static final int USERS_AT_ONCE = 200;

    private StaffReindex() {}

    /**
     * What was found.
     *
     * @param members staff of the realm
     * @param repaired of them, how many the index had wrong or not at all
     * @param duplicates employee numbers that a second user has; to be settled by a person
     */
    record Report(int members, int repaired, List<EmployeeNumbers.Duplicate> duplicates) {}

    /** Some users, in the order of their ids; {@code last} is null when there were none left. */
    private record Step(@Nullable String last, int members, int repaired) {}

    /** One realm after the other; what fails in one does not stop the others. */
    static void ofAllRealms(KeycloakSessionFactory factory) {
        List<String> realmIds = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
        for (String id : realmIds) {
            try {
                ofRealm(factory, id);
            } catch (RuntimeException e) {
                LOG.warnf(e, "The staff index of realm %s could not be checked; tried again next time", id);
            }
        }
    }

    /** A realm of any size, some hundred users a transaction. */
    static Report ofRealm(KeycloakSessionFactory factory, String realmId) {
        return run(task -> KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            @Nullable RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return Optional.empty(); // removed meanwhile
            }
            session.getContext().setRealm(realm);
            return Optional.of(task.apply(session));
        }));
    }

    /** A realm that is just being imported, within the transaction that imports it. */
    static Report within(KeycloakSession session, RealmModel realm) {
        @Nullable RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            return run(task -> Optional.of(apart(session, task)));
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /** In a persistence context of its own: in the one of the import each query would look through all its users. */
    private static Object apart(KeycloakSession session, Function<KeycloakSession, Object> task) {
        var answer = new AtomicReference<Object>();
        EntityManagers.runInBatch(session, () -> answer.set(task.apply(session)), true);
        return Objects.requireNonNull(answer.get());
    }

    /** Runs a task with the realm in the session's context; empty if the realm is gone. */
    private interface Runner {
        Optional<Object> run(Function<KeycloakSession, Object> task);
    }

    private static Report run(Runner runner) {
        int members = 0;
        int repaired = 0;
        @Nullable String last = "";
        while (last != null) {
            String after = last;
            Step step = (Step) runner.run(session -> step(session, after)).orElse(new Step(null, 0, 0));
            members += step.members();
            repaired += step.repaired();
            last = step.last();
        }
        List<EmployeeNumbers.Duplicate> duplicates = reserveAll(runner);
        var report = new Report(members, repaired, duplicates);
        return (Report) runner.run(session -> finish(session, report)).orElse(report);
    }

    private static List<EmployeeNumbers.Duplicate> reserveAll(Runner runner) {
        List<EmployeeNumbers.Duplicate> duplicates = new ArrayList<>();
        @Nullable String last = "";
        while (last != null) {
            String after = last;
            var reserved = (EmployeeNumbers.Reserved) runner.run(session -> reserve(session, after))
                    .orElse(new EmployeeNumbers.Reserved(List.of(), null));
            duplicates.addAll(reserved.duplicates());
            last = reserved.last();
        }
        return duplicates;
    }

    private static Step step(KeycloakSession session, String after) {
        RealmModel realm = session.getContext().getRealm();
        var index = new StaffIndex(session, realm);
        int members = 0;
        int repaired = 0;
        @Nullable String last = null;
        for (String id : new StaffRepository(session).indexable(realm.getId(), after, USERS_AT_ONCE)) {
            last = id;
            @Nullable UserModel user = session.users().getUserById(realm, id);
            if (user != null && user.getServiceAccountClientLink() == null) {
                members++;
                repaired += index.repair(user) ? 1 : 0;
            }
        }
        return new Step(last, members, repaired);
    }

    private static EmployeeNumbers.Reserved reserve(KeycloakSession session, String after) {
        return new EmployeeNumbers(session, session.getContext().getRealm()).reserveExisting(after);
    }

    private static Report finish(KeycloakSession session, Report report) {
        RealmModel realm = session.getContext().getRealm();
        int orphans = new StaffRepository(session).deleteOrphans(realm.getId());
        if (report.repaired() + orphans > 0) {
            LOG.infof(
                    "Realm %s: staff index repaired for %d of %d, %d entries of removed users deleted",
                    realm.getName(), report.repaired(), report.members(), orphans);
        }
        report.duplicates()
                .forEach(duplicate -> LOG.warnf(
                        "Realm %s: user %s has an employee number that another user has; give one of them another number",
                        realm.getName(), duplicate.userId()));
        return report;
    }
}
