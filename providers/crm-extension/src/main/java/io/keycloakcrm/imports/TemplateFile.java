package io.keycloakcrm.imports;

import io.keycloakcrm.imports.file.ResultsWriter;
import io.keycloakcrm.imports.mapping.ImportTemplate;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Messages;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Set;

/** A file for people who have none yet, with the realm's own attributes, in their language. */
final class TemplateFile {

    private TemplateFile() {}

    static Response response(AdminCall call) {
        ImportTemplate template = ImportTemplate.of(
                Messages.of(call.session()).locale(),
                List.copyOf(OwnAttributes.of(call.session()).keySet()));
        Set<Integer> phones = PhoneColumns.holding(template.example());
        StreamingOutput body = out -> {
            try (ResultsWriter writer = new ResultsWriter(out, phones)) {
                writer.write(template.header());
                writer.write(template.example());
            }
        };
        return Response.ok(body)
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"crm-import-template.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
