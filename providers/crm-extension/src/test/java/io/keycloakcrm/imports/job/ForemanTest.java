package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.mockito.ScopedMock;

class ForemanTest {

    private static final ActiveJobRepository.Active SLOW =
            new ActiveJobRepository.Active("a", "slow", Pace.CONSIDERATE);
    private static final ActiveJobRepository.Active FAST = new ActiveJobRepository.Active("b", "fast", Pace.FULL);

    private final Transactions transactions = mock();
    private final SlowLane lane = mock();
    private final Worker worker = mock();
    private final List<String> worked = new ArrayList<>();
    private final List<String> completed = new ArrayList<>();
    private List<ActiveJobRepository.Active> jobs = List.of(SLOW, FAST);
    private List<String> withoutChunks = List.of();
    private int chunkNumber = 7;
    private int calls;

    private MockedStatic<DatabaseClock> clock;
    private MockedStatic<ActiveJobRepository> active;
    private MockedConstruction<ChunkRepository> chunks;
    private MockedConstruction<JobEnds> ends;
    private Foreman foreman;

    @BeforeEach
    void pretendADatabase() {
        clock = mockStatic(DatabaseClock.class);
        active = mockStatic(ActiveJobRepository.class);
        active.when(() -> ActiveJobRepository.all(any())).thenAnswer(call -> jobs);
        when(transactions.run(any()))
                .thenAnswer(call ->
                        call.<Function<KeycloakSession, ?>>getArgument(0).apply(mock()));
        chunks = mockConstruction(
                ChunkRepository.class,
                (repository, context) -> when(repository.claim(anyString(), anyString(), anyLong(), anyLong()))
                        .thenAnswer(call -> claim(call.getArgument(0))));
        ends = mockConstruction(
                JobEnds.class,
                (end, context) -> doAnswer(call -> completed.add(call.getArgument(1)))
                        .when(end)
                        .complete(anyString(), anyString()));
        doAnswer(call -> worked.add(call.<Claim>getArgument(0).importId()))
                .when(worker)
                .work(any());
        foreman = new Foreman(
                transactions,
                new Foreman.Lease("node", 1),
                lane,
                worker,
                new Setbacks(System::nanoTime),
                () -> calls++);
    }

    @AfterEach
    void forgetTheDatabase() {
        List.of(clock, active, chunks, ends).forEach(ScopedMock::closeOnDemand);
    }

    @Test
    void doesNotLetAFullJobWaitForTheRestOfAConsiderateOne() {
        when(lane.enter()).thenReturn(false);

        foreman.step();

        assertThat(worked).containsExactly("fast");
    }

    @Test
    void takesTurnsBetweenRealmsWhateverTheirPace() {
        when(lane.enter()).thenReturn(true);

        foreman.step();
        foreman.step();
        foreman.step();

        assertThat(worked).containsExactly("slow", "fast", "slow");
    }

    @Test
    void leavesTheLaneWithARestAfterWork() {
        when(lane.enter()).thenReturn(true);

        foreman.step();

        verify(lane).leave(anyLong());
    }

    @Test
    void leavesTheLaneWithoutRestWhenThereWasNothingToDo() {
        jobs = List.of(SLOW);
        withoutChunks = List.of("slow");
        when(lane.enter()).thenReturn(true);

        assertThat(foreman.step()).isFalse();

        verify(lane).leave();
        verify(lane, never()).leave(anyLong());
    }

    @Test
    void leavesTheLaneWhenWorkFails() {
        when(lane.enter()).thenReturn(true);
        doAnswer(call -> {
                    throw new IllegalStateException();
                })
                .when(worker)
                .work(any());

        assertThatThrownBy(foreman::step).isInstanceOf(IllegalStateException.class);

        verify(lane).leave(anyLong());
    }

    @Test
    void completesAConsiderateJobBeforeTheRest() {
        jobs = List.of(SLOW);
        when(lane.enter()).thenReturn(true);

        foreman.step();

        assertThat(completed).containsExactly("slow");
    }

    @Test
    void completesAJobWithoutChunksAndGoesOnToTheNext() {
        withoutChunks = List.of("slow");
        when(lane.enter()).thenReturn(true);

        foreman.step();

        assertThat(completed).containsExactly("slow");
        assertThat(worked).containsExactly("fast");
    }

    @Test
    void tellsTheOthersOfTheFirstChunkOfAPhase() {
        chunkNumber = 0;
        jobs = List.of(FAST);

        foreman.step();

        assertThat(calls).isOne();
    }

    private Optional<Claim> claim(String job) {
        return withoutChunks.contains(job)
                ? Optional.empty()
                : Optional.of(new Claim("realm", job, "chunk", Phase.MEMBERS, chunkNumber, 1, 1, 1, 1));
    }
}
