package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.mapping.MappedRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.mockito.ScopedMock;

class ChunkRunnerTest {

    private final List<Tried> begun = new ArrayList<>();
    private final List<RowResult> results = new ArrayList<>();
    private final Map<Phase, ChunkWork> works = new EnumMap<>(Phase.class);
    private final List<Long> worked = new ArrayList<>();
    private final Transactions transactions = mock();
    private Tried tried = new Tried(0, 0);
    private Set<Long> settled = Set.of();
    private boolean leaseHeld = true;
    private boolean finished;
    private ChunkRunner runner;
    private Phase phase = Phase.MEMBERS;
    private Function<PreparedRow, Throwable> failure = row -> null;

    private MockedStatic<DatabaseClock> clock;
    private MockedConstruction<ChunkRepository> chunks;
    private MockedConstruction<RowRepository> rows;
    private MockedConstruction<Rights> rights;

    @BeforeEach
    void pretendADatabase() {
        clock = mockStatic(DatabaseClock.class);
        when(transactions.run(anyString(), any()))
                .thenAnswer(call ->
                        call.<Function<KeycloakSession, ?>>getArgument(1).apply(mock()));
        chunks = mockConstruction(ChunkRepository.class, (chunk, context) -> {
            when(chunk.rows(any())).thenReturn(List.of(row(1), row(2), row(3)));
            when(chunk.renew(any(), anyLong())).thenAnswer(call -> leaseHeld);
            when(chunk.tried(any())).thenReturn(tried);
            when(chunk.tryRow(any(), any(), anyLong())).thenAnswer(call -> begun.add(call.getArgument(1)));
            when(chunk.finish(any())).thenAnswer(call -> finished = true);
        });
        rows = mockConstruction(RowRepository.class, (row, context) -> {
            when(row.settledBy(any(), any(), anyLong(), anyLong())).thenAnswer(call -> settled);
            when(row.record(any(), any(), any(), any())).thenAnswer(call -> {
                results.addAll(call.getArgument(3));
                return Tally.ZERO;
            });
        });
        rights = mockConstruction(
                Rights.class,
                (right, made) -> when(right.context(any(), any(), any(), any())).thenReturn(context()));
        runner = new ChunkRunner(
                transactions,
                works,
                new EngineConfig(1, 30_000, 10_000, 30, MembersPath.AUTO, false),
                ImportMeters.NONE);
    }

    private static ChunkContext context() {
        return new ChunkContext(
                mock(), mock(), mock(), "import", mock(), List.of(), false, new ChunkMemory(), wanted -> Map.of());
    }

    @AfterEach
    void forgetTheDatabase() {
        List.of(clock, chunks, rows, rights).forEach(ScopedMock::closeOnDemand);
    }

    @Test
    void settlesARowThatExhaustsTheStackAsAnError() {
        failure = row -> row.row() == 2 ? new StackOverflowError() : null;

        run(1);

        assertThat(results)
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.ERROR, Outcome.UNCHANGED);
        assertThat(results.get(1).errors().get(0).code()).isEqualTo("crm.import.row-failed");
        assertThat(finished).isTrue();
    }

    @Test
    void doesNotRepeatAChunkThatFailedOnlyAfterItsCommit() {
        failure = row -> {
            leaseHeld = false;
            return new IllegalStateException("told after the commit");
        };

        assertThatThrownBy(() -> run(1)).isInstanceOf(LeaseLost.class);

        assertThat(results).isEmpty();
    }

    @Test
    void doesNotRepeatARowThatIsSettled() {
        settled = Set.of(2L);
        failure = row -> row.row() == 2 ? new IllegalStateException("twice") : null;

        run(2);

        assertThat(worked).doesNotContain(2L);
    }

    @Test
    void notesEachTryOfARowBeforeItIsWorked() {
        failure = row -> row.row() == 2 ? new IllegalStateException() : null;

        run(4);

        assertThat(begun)
                .containsExactly(new Tried(1, 1), new Tried(2, 1), new Tried(2, 2), new Tried(2, 3), new Tried(3, 1));
    }

    @Test
    void passesOverARowThatTookThreeNodesWithIt() {
        tried = new Tried(2, 3);

        run(4);

        assertThat(worked).containsExactly(3L);
        assertThat(results).extracting(RowResult::outcome).containsExactly(Outcome.ERROR, Outcome.UNCHANGED);
        assertThat(results.get(0).errors().get(0).code()).isEqualTo("crm.import.row-failed");
    }

    @Test
    void countsTheTriesOfNodesThatDied() {
        tried = new Tried(2, 2);

        run(4);

        assertThat(begun).containsExactly(new Tried(2, 3), new Tried(3, 1));
    }

    @Test
    void goesOnWithTheDepartmentThatWasBegunLast() {
        phase = Phase.DEPARTMENTS;
        tried = new Tried(2, 3);

        run(4);

        assertThat(worked).containsExactly(3L);
    }

    @Test
    void leavesTheRowAloneWhenTheRightIsLost() {
        failure = row -> new RightLost();

        assertThatThrownBy(() -> run(4)).isInstanceOf(RightLost.class);

        assertThat(results).isEmpty();
        assertThat(begun).hasSize(1);
    }

    @Test
    void goesRowByRowAsSoonAsANodeDidNotComeBack() {
        run(2);

        assertThat(begun).extracting(Tried::row).containsExactly(1L, 2L, 3L);
    }

    @Test
    void leavesTheChunkAloneWhenTheDatabaseIsInTrouble() {
        failure = row -> new RuntimeException(new SQLException("disk full", "53100"));

        assertThatThrownBy(() -> run(1)).hasRootCauseMessage("disk full");

        assertThat(begun).isEmpty();
        assertThat(results).isEmpty();
    }

    @Test
    void blamesNoRowForTheDatabasesTroubleWhenItGoesRowByRow() {
        failure = row -> row.row() == 2 ? new RuntimeException(new SQLException("away", "08006")) : null;

        assertThatThrownBy(() -> run(2)).hasRootCauseMessage("away");

        assertThat(results).extracting(RowResult::row).containsExactly(1L);
    }

    @Test
    void triesAgainWhenADeadlockIsInTheWay() {
        var deadlocks = new AtomicInteger(2);
        failure = row -> deadlocks.getAndDecrement() > 0 ? new RuntimeException(new SQLException("x", "40P01")) : null;

        run(1);

        assertThat(begun).isEmpty();
        assertThat(results).extracting(RowResult::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void blamesNoRowThatOthersKeepLocked() {
        failure = row -> row.row() == 2 ? new RuntimeException(new SQLException("x", "40P01")) : null;

        assertThatThrownBy(() -> run(1)).hasMessageContaining("row 2");

        assertThat(results).extracting(RowResult::row).containsExactly(1L);
    }

    @Test
    void blamesNoRowForWhatFailsWhileTheServerGoesDown() {
        failure = row -> {
            runner.stop();
            return new IllegalStateException("closed");
        };

        assertThatThrownBy(() -> run(1)).hasMessage("closed");

        assertThat(results).isEmpty();
    }

    @Test
    void leavesTheChunkBetweenTwoRowsWhenTheServerGoesDown() {
        failure = row -> {
            runner.stop();
            return null;
        };

        assertThatThrownBy(() -> run(2)).isInstanceOf(GoingDown.class);

        assertThat(results).extracting(RowResult::row).containsExactly(1L);
    }

    private void run(int attempts) {
        ChunkWork work = mock();
        when(work.run(any(), any())).thenAnswer(call -> {
            List<PreparedRow> given = call.getArgument(1);
            List<RowResult> found = new ArrayList<>();
            for (PreparedRow row : given) {
                Throwable thrown = failure.apply(row);
                if (thrown != null) {
                    throw thrown;
                }
                found.add(RowResult.done(row, Outcome.UNCHANGED, null, Map.of()));
            }
            given.forEach(row -> worked.add(row.row()));
            return found;
        });
        var claim = new Claim("realm", "import", "chunk", phase, 0, 1, 3, 7, attempts);
        works.put(phase, work);
        runner.run(claim, mock());
    }

    private static PreparedRow row(long number) {
        return new PreparedRow(new MappedRow(number, number + 1, Map.of(), List.of()), null);
    }
}
