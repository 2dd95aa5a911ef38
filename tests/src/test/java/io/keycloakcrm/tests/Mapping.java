package io.keycloakcrm.tests;

import io.keycloakcrm.tests.api.ImportApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person sets by hand: the field of each column, from the first. */
record Mapping(List<String> fields) {

    static Mapping of(String... fields) {
        return new Mapping(List.of(fields));
    }

    ImportApi applyTo(ImportApi job) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (String field : fields) {
            Map<String, Object> column = new HashMap<>();
            column.put("index", columns.size());
            column.put("field", field);
            columns.add(column);
        }
        job.realm().put(job.path("mapping"), Map.of("columns", columns)).expect(200, 204);
        return job;
    }
}
