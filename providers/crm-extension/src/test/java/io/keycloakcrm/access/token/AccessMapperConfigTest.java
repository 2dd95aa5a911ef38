package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ProtocolMapperModel;

class AccessMapperConfigTest {

    private static AccessMapperConfig config(Map<String, String> config) {
        var mapper = new ProtocolMapperModel();
        mapper.setConfig(config);
        return AccessMapperConfig.of(mapper);
    }

    @Test
    void isTheClaimCrmOfFourKilobytesByDefault() {
        assertThat(config(Map.of())).isEqualTo(new AccessMapperConfig("crm", 4096));
    }

    @Test
    void followsTheMapper() {
        assertThat(config(Map.of("claim.name", " acme ", "max-claim-bytes", "1024")))
                .isEqualTo(new AccessMapperConfig("acme", 1024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "511", "65537", "-1", "4k", "99999999999", "٤٠٩٦"})
    void failsNoLoginForANumberThatIsNone(String bytes) {
        assertThat(AccessMapperConfig.bytes(bytes)).isEmpty();
        assertThat(config(Map.of("max-claim-bytes", bytes)).maxClaimBytes()).isEqualTo(4096);
    }
}
