package io.keycloakcrm.access.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolePatchTest {

    private static final Map<String, List<String>> PRESENT =
            Map.of("customer", List.of("view"), "order", List.of("view", "edit"));

    @Test
    void leavesWhatIsNotNamed() throws JsonProcessingException {
        RolePatch patch = read("{\"permissions\":{\"customer\":[\"view\",\"export\"]}}");

        assertThat(patch.permissions().applyTo(PRESENT))
                .isEqualTo(Map.of("customer", List.of("view", "export"), "order", List.of("view", "edit")));
        assertThat(patch.scopes()).isEqualTo(MapPatch.NONE);
        assertThat(patch.composites()).isNull();
        assertThat(patch.createPermissions()).isFalse();
    }

    @Test
    void takesAwayWhatIsNull() throws JsonProcessingException {
        assertThat(read("{\"permissions\":{\"customer\":null}}").permissions().applyTo(PRESENT))
                .isEqualTo(Map.of("order", List.of("view", "edit")));
    }

    @Test
    void takesEverythingAwayWhereAllOfItIsNull() throws JsonProcessingException {
        assertThat(read("{\"permissions\":null}").permissions().applyTo(PRESENT))
                .isEmpty();
    }

    @Test
    void takesOneScopeWithoutAList() throws JsonProcessingException {
        assertThat(read("{\"scopes\":{\"*\":\"self\"}}").scopes().applyTo(Map.of()))
                .isEqualTo(Map.of("*", List.of("self")));
    }

    private static RolePatch read(String body) throws JsonProcessingException {
        return RolePatch.read((ObjectNode) new ObjectMapper().readTree(body));
    }
}
