package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.mockito.ScopedMock;

class DispatchTest {

    private static final Queue ONE = new Queue("one", "mail");
    private static final Queue OTHER = new Queue("other", "mail");

    private final AtomicLong nanos = new AtomicLong();
    private final Transactions transactions = mock();
    private final Courier courier = mock();
    private final List<String> delivered = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private final Dispatch dispatch = new Dispatch(
            transactions,
            courier,
            new Pace(1_000_000, System::nanoTime),
            new Setbacks(nanos::get),
            new OutboxConfig(1, 3, 20_000, 60_000, 5_000, new Retry(1, 1), 30, false));

    private List<Queue> due = List.of(ONE, OTHER);
    private int waiting = 2;
    private Outcome outcome = Outcome.SENT;
    private Runnable duringDelivery = () -> {};
    private MockedStatic<DatabaseClock> clock;
    private MockedConstruction<OutboxQueueRepository> queues;
    private MockedConstruction<OutboxRepository> outboxes;

    @BeforeEach
    void pretendADatabase() {
        clock = mockStatic(DatabaseClock.class);
        when(transactions.run(any()))
                .thenAnswer(call ->
                        call.<Function<KeycloakSession, ?>>getArgument(0).apply(mock()));
        queues = mockConstruction(
                OutboxQueueRepository.class,
                (repository, context) -> when(repository.due(anyLong())).thenAnswer(call -> due));
        outboxes = mockConstruction(OutboxRepository.class, (repository, context) -> {
            String realm = (String) context.arguments().get(1);
            when(repository.claim(anyString(), any(), anyInt()))
                    .thenAnswer(call -> claimed(realm, Math.min(waiting, call.<Integer>getArgument(2))));
            when(repository.release(any()))
                    .thenAnswer(
                            call -> released.add(call.<Claimed>getArgument(0).id()));
        });
        when(courier.deliver(any())).thenAnswer(call -> {
            delivered.add(call.<Claimed>getArgument(0).id());
            duringDelivery.run();
            return outcome;
        });
    }

    @AfterEach
    void forgetTheDatabase() {
        List.<ScopedMock>of(clock, queues, outboxes).forEach(ScopedMock::closeOnDemand);
    }

    @Test
    void servesRealmsInTurn() {
        waiting = 1;

        assertThat(dispatch.step()).isTrue();
        assertThat(dispatch.step()).isTrue();
        assertThat(dispatch.step()).isTrue();

        assertThat(delivered).containsExactly("one-1", "other-1", "one-1");
    }

    @Test
    void claimsNoMoreThanGoOutInASecond() {
        waiting = 50;

        dispatch.step();

        assertThat(delivered).hasSize(3);
    }

    @Test
    void givesTheRestBackWhenNobodyTakesAnything() {
        outcome = Outcome.DOWN;

        dispatch.step();

        assertThat(delivered).containsExactly("one-1");
        assertThat(released).containsExactly("one-2");
    }

    @Test
    void leavesAloneForAWhileWhereNobodyTakesAnything() {
        outcome = Outcome.DOWN;
        due = List.of(ONE);
        dispatch.step();

        assertThat(dispatch.step()).isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(dispatch.step()).isTrue();
    }

    @Test
    void doesNotLetOneRealmWaitForTheServerOfAnother() {
        outcome = Outcome.DOWN;
        dispatch.step();
        outcome = Outcome.SENT;
        dispatch.step();

        assertThat(delivered).containsExactly("one-1", "other-1", "other-2");
    }

    @Test
    void goesOnAfterOneThatIsRefused() {
        outcome = Outcome.NEVER;

        dispatch.step();

        assertThat(delivered).containsExactly("one-1", "one-2");
    }

    @Test
    void givesTheRestBackWhenTheServerGoesDown() {
        duringDelivery = dispatch::stop;

        dispatch.step();

        assertThat(delivered).containsExactly("one-1");
        assertThat(released).containsExactly("one-2");
    }

    @Test
    void hasNothingToDoWhereNothingIsDue() {
        due = List.of();

        assertThat(dispatch.step()).isFalse();
    }

    private static List<Claimed> claimed(String realm, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new Claimed(realm + "-" + i, realm, new Parcel("mail", "k" + i, "r"), "claim", 0))
                .toList();
    }
}
