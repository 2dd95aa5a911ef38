package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.staff.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowEntityTest {

    private static final Map<String, Change> EMAIL = Map.of("email", new Change(null, "汪@example.com"));
    private static final Map<String, Change> MANAGER = Map.of("managerId", new Change("a", "b"));

    @Test
    void givesBackWhatWasWritten() {
        RowResult result = result(Outcome.CREATE, "u", EMAIL, List.of());

        assertThat(entity(result).toResult()).isEqualTo(result);
    }

    @Test
    void liftsUnchangedToUpdateWhenOnlyTheManagerIsNew() {
        RowEntity row = entity(result(Outcome.UNCHANGED, "u", Map.of(), List.of()));

        row.add(Phase.MANAGERS, result(Outcome.UPDATE, null, MANAGER, List.of()));

        assertThat(row.toResult()).isEqualTo(result(Outcome.UPDATE, "u", MANAGER, List.of()));
    }

    @Test
    void staysACreationWhenTheManagerIsSetAfterwards() {
        RowEntity row = entity(result(Outcome.CREATE, "u", EMAIL, List.of()));

        row.add(Phase.MANAGERS, result(Outcome.UPDATE, null, MANAGER, List.of()));

        assertThat(row.toResult().outcome()).isEqualTo(Outcome.CREATE);
        assertThat(row.toResult().changes()).containsOnlyKeys("email", "managerId");
    }

    @Test
    void becomesAnErrorThatKeepsItsMemberWhenTheManagerIsRefused() {
        RowEntity row = entity(result(Outcome.CREATE, "u", EMAIL, List.of()));
        List<RowFault> refused = List.of(RowFault.ofCell("crm.import.manager-unknown", 3, "x"));

        row.add(Phase.MANAGERS, result(Outcome.ERROR, null, Map.of(), refused));

        assertThat(row.toResult()).isEqualTo(result(Outcome.ERROR, "u", EMAIL, refused));
    }

    @Test
    void forgetsWhoseItWasAndWhatStoodThere() {
        List<RowFault> refused = List.of(RowFault.ofCell("crm.import.manager-unknown", 3, "汪", "汪"));
        RowEntity row = entity(result(Outcome.ERROR, "u", EMAIL, refused));

        row.forget();

        List<RowFault> left = List.of(RowFault.ofCell("crm.import.manager-unknown", 3, null, "…"));
        assertThat(row.toResult()).isEqualTo(result(Outcome.ERROR, null, Map.of(), left));
    }

    private static RowEntity entity(RowResult result) {
        return new RowEntity("realm", "import", Phase.MEMBERS, result);
    }

    private static RowResult result(
            Outcome outcome, @Nullable String userId, Map<String, Change> changes, List<RowFault> errors) {
        return new RowResult(1, 2, outcome, userId, changes, errors);
    }
}
