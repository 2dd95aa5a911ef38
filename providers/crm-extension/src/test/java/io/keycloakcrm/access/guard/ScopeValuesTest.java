package io.keycloakcrm.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.rules.ScopeEntry;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopeValuesTest {

    @Test
    void leavesAShortScopeAsOne() {
        assertThat(ScopeValues.of(ScopeEntry.parse("custom; regions = east"))).containsExactly("custom;regions=east");
    }

    @Test
    void dividesALongListOfDepartmentsWithoutLosingOne() {
        List<String> ids =
                IntStream.range(0, 40).mapToObj(n -> new UUID(1, n).toString()).toList();

        List<String> values = ScopeValues.of(
                        ScopeEntry.parse("custom;departments=" + String.join(",", ids) + ";regions=east,south"))
                .toList();

        assertThat(values).allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(255));
        List<ScopeEntry> entries = values.stream().map(ScopeEntry::parse).toList();
        assertThat(entries).allSatisfy(entry -> assertThat(entry.regions()).containsExactly("east", "south"));
        assertThat(entries.stream()
                        .flatMap(entry -> entry.departments().stream())
                        .toList())
                .isEqualTo(ids);
    }

    @Test
    void doesNotFitWhereTheRegionsAloneAreTooLong() {
        String regions = IntStream.range(0, 60).mapToObj(n -> "region-" + n).collect(Collectors.joining(","));

        assertThat(ScopeValues.fit(ScopeEntry.parse("self;regions=" + regions))).isFalse();
    }
}
