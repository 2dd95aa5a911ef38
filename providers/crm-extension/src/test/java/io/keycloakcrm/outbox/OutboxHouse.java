package io.keycloakcrm.outbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;

/** Transactions without a database: what is done to parcels is listed, and a handler and its delivery do as they are told. */
final class OutboxHouse implements AutoCloseable, OutboxHandler {

    static final long NOW = 1_000_000;

    /** Everything that happens, in order. */
    final List<String> story = new ArrayList<>();

    final Transactions transactions = mock();
    final KeycloakSession session = mock();

    /** Whether updates still find the parcel as the node left it. */
    boolean holds = true;

    @Nullable
    OutboxHandler handler = this;

    Optional<Delivery> prepared = Optional.of(any -> story.add("send"));

    @Nullable
    RuntimeException failure;

    private final MockedStatic<DatabaseClock> clock = mockStatic(DatabaseClock.class);
    private final MockedConstruction<OutboxRepository> repositories;

    OutboxHouse() {
        clock.when(() -> DatabaseClock.millis(any())).thenReturn(NOW);
        KeycloakContext context = mock();
        when(session.getContext()).thenReturn(context);
        when(context.getRealm()).thenReturn(mock(RealmModel.class));
        when(session.getProvider(OutboxHandler.class, "mail")).thenAnswer(call -> handler);
        when(transactions.run(any())).thenAnswer(call -> inTransaction(call.getArgument(0)));
        when(transactions.run(anyString(), any())).thenAnswer(call -> inTransaction(call.getArgument(1)));
        repositories = mockConstruction(OutboxRepository.class, (repository, context2) -> tellOf(repository));
    }

    private Object inTransaction(Function<KeycloakSession, ?> task) {
        story.add("(");
        try {
            Object result = task.apply(session);
            story.add(")");
            return result;
        } catch (RuntimeException e) {
            story.add("rollback");
            throw e;
        }
    }

    private void tellOf(OutboxRepository repository) {
        when(repository.begin(any(), anyLong())).thenAnswer(call -> told("begin"));
        when(repository.release(any())).thenAnswer(call -> told("release"));
        when(repository.end(any(), anyString(), anyLong())).thenAnswer(call -> told(call.getArgument(1)));
        when(repository.bury(any(), any(), anyLong()))
                .thenAnswer(
                        call -> told("bury " + call.<Undelivered>getArgument(1).code()));
        when(repository.postpone(any(), any(), anyLong()))
                .thenAnswer(call -> told("postpone by " + (call.<Long>getArgument(2) - NOW)));
    }

    private boolean told(String step) {
        story.add(step);
        return holds;
    }

    @Override
    public Optional<Delivery> prepare(RealmModel realm, String reference) {
        story.add("prepare " + reference);
        if (failure != null) {
            throw failure;
        }
        return prepared;
    }

    @Override
    public void ended(RealmModel realm, String reference, Ending ending) {
        story.add("tell " + ending);
    }

    static Claimed parcel(int attempts) {
        return new Claimed("id", "realm", new Parcel("mail", "key", "ref"), "claim", attempts);
    }

    @Override
    public void close() {
        repositories.close();
        clock.close();
    }
}
