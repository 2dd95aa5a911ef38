package io.keycloakcrm.imports;

import io.keycloakcrm.imports.file.FileLimits;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.FileSource;
import io.keycloakcrm.imports.file.ResultsWriter;
import io.keycloakcrm.imports.file.StaffFileReader;
import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Messages;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * The uploaded file once more with what became of each row, to be corrected and uploaded again. Read and written as a
 * stream, outside the transaction of the request, so that a large file holds neither memory nor a lock.
 */
final class ResultsFile {

    private static final int ROWS_AT_ONCE = 500;

    private final KeycloakSessionFactory factory;
    private final Messages messages;
    private final ImportJob job;
    private final Analysis analysis;
    private final @Nullable Outcome wanted;

    ResultsFile(AdminCall call, ImportJob job, Analysis analysis, @Nullable Outcome wanted) {
        this.factory = call.session().getKeycloakSessionFactory();
        this.messages = Messages.of(call.session());
        this.job = job;
        this.analysis = analysis;
        this.wanted = wanted;
    }

    Response response() {
        return Response.ok((StreamingOutput) this::write)
                .type("text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.disposition(job.file().name()))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private void write(OutputStream out) throws IOException {
        FileSource file = ImportJobs.detachedFile(factory, job.realmId(), job.id());
        ResultColumns columns = new ResultColumns(analysis.columns());
        try (StaffFileReader rows = StaffFileReader.open(file, analysis.dialect(), FileLimits.defaults());
                ResultsWriter writer = new ResultsWriter(out, columns.phones())) {
            writer.write(columns.header());
            Stretch stretch = new Stretch();
            for (@Nullable FileRow row = rows.next(); row != null; row = rows.next()) {
                @Nullable RowResult result = stretch.result(row.row());
                if (wanted == null || (result != null && result.outcome() == wanted)) {
                    writer.write(columns.cells(row, result, messages));
                }
            }
        } catch (FileRefused e) {
            throw new IOException(e); // was read before; the connection breaks rather than a file that looks complete
        }
    }

    /** The results of some hundred rows at a time. */
    private final class Stretch {

        private Map<Long, RowResult> results = Map.of();
        private long last;

        @Nullable
        RowResult result(long row) {
            if (row > last) {
                last = row + ROWS_AT_ONCE - 1;
                results = ImportJobs.detachedResults(factory, job.realmId(), job.id(), row, last);
            }
            return results.get(row);
        }
    }
}
