package io.keycloakcrm.imports.job;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.mockito.ScopedMock;

class HousekeepingTest {

    private static final ActiveJobRepository.Ref JOB = new ActiveJobRepository.Ref("realm", "import");

    private final Transactions transactions = mock();
    private final RemovalRepository repository = mock();

    private MockedStatic<DatabaseClock> clock;
    private MockedConstruction<RemovalRepository> made;

    @BeforeEach
    void pretendADatabase() {
        clock = mockStatic(DatabaseClock.class);
        made = mockConstruction(RemovalRepository.class, withSettings().defaultAnswer(delegatesTo(repository)));
        when(transactions.run(any()))
                .thenAnswer(call ->
                        call.<Function<KeycloakSession, ?>>getArgument(0).apply(mock()));
    }

    @AfterEach
    void forgetTheDatabase() {
        List.of(clock, made).forEach(ScopedMock::closeOnDemand);
    }

    @Test
    void leavesAJobAloneThatSomebodyTookUpMeanwhile() {
        when(repository.due(any(), anyInt())).thenReturn(List.of(JOB));
        when(repository.beginErasing(any(), any(), anyLong())).thenReturn(false);

        eraseDue();

        verify(repository, never()).eraseResults(any(), anyInt());
    }

    @Test
    void endsWhatANodeThatDiedHadBegun() {
        when(repository.halfErased(anyInt())).thenReturn(List.of(JOB));
        when(repository.eraseResults(any(), anyInt())).thenReturn(false, true);

        eraseDue();

        verify(repository, times(2)).eraseResults(any(), anyInt());
    }

    private void eraseDue() {
        new Housekeeping(transactions, 30).eraseDue();
    }
}
