package io.keycloakcrm.tests.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.tests.api.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What <em>explain</em> tells of somebody, read line by line as an administrator would: none of the library's rules is used. */
record GoldenExplanation(GoldenRealm realm, String userId, JsonNode told) {

    static GoldenExplanation of(GoldenRealm realm, GoldenPerson person) {
        String id = realm.userId(person.name());
        return new GoldenExplanation(realm, id, explain(realm, id, Map.of()));
    }

    private static JsonNode explain(GoldenRealm realm, String userId, Map<String, String> question) {
        return realm.api()
                .get("crm/staff/" + userId + "/access?" + Query.of(question))
                .expect(200)
                .json();
    }

    /** Operations on customers. */
    Set<String> permissions() {
        Set<String> operations = new TreeSet<>();
        for (JsonNode permission : told.path("permissions")) {
            String name = permission.path("permission").asText();
            if (name.startsWith("customer:")) {
                operations.add(name.substring("customer:".length()));
            }
        }
        return operations;
    }

    /** By the lines that count of the most specific key that is there. */
    boolean reaches(String operation, CrmRecord record) {
        return permissions().contains(operation)
                && Stream.of("customer:" + operation, "customer", "*")
                        .flatMap(this::scope)
                        .findFirst()
                        .filter(scope -> elements(scope.path("grants")).anyMatch(line -> counts(line, record)))
                        .isPresent();
    }

    /** What the question about this very record is answered. */
    boolean answers(String operation, CrmRecord record) {
        Map<String, String> question = new HashMap<>(Map.of("module", "customer", "operation", operation));
        put(question, "owner", record.owner());
        put(question, "department", record.department());
        put(question, "region", record.region());
        return explain(realm, userId, question).path("answer").path("allowed").asBoolean();
    }

    private static void put(Map<String, String> question, String name, @Nullable String value) {
        if (value != null) {
            question.put(name, value);
        }
    }

    private Stream<JsonNode> scope(String key) {
        return elements(told.path("dataScopes"))
                .filter(scope -> scope.path("key").asText().equals(key));
    }

    private boolean counts(JsonNode line, CrmRecord record) {
        String level = line.path("level").asText();
        return line.path("effect").asText().equals("counts")
                && (!level.equals("self") || userId.equals(record.owner()))
                && (!line.has("regions") || names(line.path("regions")).anyMatch(name -> name.equals(record.region())))
                && (!line.has("departments")
                        || elements(line.path("departments"))
                                .anyMatch(place -> isIn(place, record, level.equals("department_tree"))));
    }

    private boolean isIn(JsonNode place, CrmRecord record, boolean orBelow) {
        if (record.department() == null) {
            return false;
        }
        String top = place.path("path").asText();
        String path = realm.departmentPath(record.department());
        return path.equals(top) || (orBelow && path.startsWith(top + "/"));
    }

    private static Stream<String> names(JsonNode array) {
        return elements(array).map(JsonNode::asText);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
