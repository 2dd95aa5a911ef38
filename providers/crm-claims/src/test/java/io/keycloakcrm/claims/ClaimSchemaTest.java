package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimSchemaTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ClaimSchema.text());

    /** What takes the place of a part of a claim: now and then a legal one. */
    private static final List<String> PARTS = List.of(
            "null",
            "1",
            "2",
            "''",
            "'x'",
            "'all'",
            "'self'",
            "'custom'",
            "'department'",
            "[]",
            "{}",
            "['d1']",
            "[5]",
            "'crm_departments#0'",
            "'crm_departments#'",
            "[{'level':'self'}]",
            "[{'level':'custom'}]",
            "{'*':[]}",
            "{'a:':[]}");

    @Test
    void isASchemaItself() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(Json.MAPPER.valueToTree(Json.object(ClaimSchema.text()))))
                .isEmpty();
    }

    @Test
    void takesTheGoldenClaim() {
        assertThat(faults(Json.resource("sales-rep.json"))).isEmpty();
    }

    @Test
    void takesWhateverTheLibraryWrites() {
        var world = new RandomWorld();
        for (int i = 0; i < 300; i++) {
            CrmClaim claim = world.claim().fit(world.upTo(600)).claim();
            assertThat(faults(claim.toMap()))
                    .as("seed %d, round %d: %s", RandomWorld.SEED, i, claim)
                    .isEmpty();
        }
    }

    @Test
    void refusesExactlyWhatTheLibraryRefuses() {
        var world = new RandomWorld();
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            JsonNode claim = Json.MAPPER.valueToTree(world.claim().toMap());
            JsonNode part = Json.MAPPER.valueToTree(
                    Json.object("{'x':" + world.pick(PARTS) + "}").get("x"));
            replaceAnywhere(claim, part, world);
            boolean accepted = accepted(claim);
            assertThat(SCHEMA.validate(claim).isEmpty())
                    .as("seed %d, round %d: %s", RandomWorld.SEED, i, claim)
                    .isEqualTo(accepted);
            refused += accepted ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 2_900);
    }

    private static boolean accepted(JsonNode claim) {
        try {
            CrmClaim.parse(Json.object(claim.toString()));
            return true;
        } catch (ClaimException e) {
            return false;
        }
    }

    private static void replaceAnywhere(JsonNode claim, JsonNode part, RandomWorld world) {
        List<Runnable> places = new ArrayList<>();
        collect(claim, part, places);
        world.pick(places).run();
    }

    private static void collect(JsonNode node, JsonNode part, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(() -> object.set(name, part)));
            places.add(() -> object.set("x", part));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, part));
            }
        }
        node.forEach(child -> collect(child, part, places));
    }

    private static Set<ValidationMessage> faults(Map<String, Object> claim) {
        return SCHEMA.validate(Json.MAPPER.valueToTree(claim));
    }
}
