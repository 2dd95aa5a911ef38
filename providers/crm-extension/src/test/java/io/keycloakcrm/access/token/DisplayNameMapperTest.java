package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.protocol.oidc.mappers.FullNameMapper;

class DisplayNameMapperTest {

    @ParameterizedTest
    @CsvSource({"超平, 周, 周超平", "Anna, Müller, Anna Müller", "'', 阿依古丽·买买提, 阿依古丽·买买提"})
    void writesNamesAsPeopleReadThem(String firstName, String lastName, String name) {
        Map<String, Object> claims = new HashMap<>(Map.of("name", firstName + " " + lastName));

        DisplayNameMapper.correct(claims, firstName, lastName);

        assertThat(claims).containsEntry("name", name);
    }

    @Test
    void givesNoNameToATokenThatHasNone() {
        Map<String, Object> claims = new HashMap<>();

        DisplayNameMapper.correct(claims, "超平", "周");

        assertThat(claims).isEmpty();
    }

    @Test
    void comesAfterTheMapperThatItCorrects() {
        assertThat(new DisplayNameMapper().getPriority()).isGreaterThan(new FullNameMapper().getPriority());
    }
}
