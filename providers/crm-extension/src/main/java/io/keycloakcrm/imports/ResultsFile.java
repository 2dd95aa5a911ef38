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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    private final long rows;
    private final @Nullable Outcome wanted;

    /** @param rows those of the file and, after them, one for each person who stands in none */
    ResultsFile(AdminCall call, ImportJob job, Analysis analysis, long rows, @Nullable Outcome wanted) {
        this.factory = call.session().getKeycloakSessionFactory();
        this.messages = Messages.of(call.session());
        this.job = job;
        this.analysis = analysis;
        this.rows = rows;
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
        try (StaffFileReader reader = StaffFileReader.open(file, analysis.dialect(), FileLimits.defaults());
                ResultsWriter writer = new ResultsWriter(out, columns.phones())) {
            writer.write(columns.header());
            Stretch stretch = new Stretch();
            long last = 0;
            for (@Nullable FileRow row = reader.next(); row != null; row = reader.next()) {
                last = row.row();
                @Nullable RowResult result = stretch.result(last);
                if (wanted == null || (result != null && result.outcome() == wanted)) {
                    writer.write(columns.cells(row, result, messages));
                }
            }
            writeAbsentees(writer, columns, last);
        } catch (FileRefused e) {
            throw new IOException(e); // was read before; the connection breaks rather than a file that looks complete
        }
    }

    private void writeAbsentees(ResultsWriter writer, ResultColumns columns, long lastRow) throws IOException {
        Absentees absentees = new Absentees(factory, job.realmId());
        for (long first = lastRow + 1; first <= rows; first += ROWS_AT_ONCE) {
            List<RowResult> results = ImportJobs.detachedResults(
                            factory, job.realmId(), job.id(), first, first + ROWS_AT_ONCE - 1)
                    .values()
                    .stream()
                    .filter(result -> wanted == null || result.outcome() == wanted)
                    .sorted(Comparator.comparingLong(RowResult::row))
                    .toList();
            Map<String, Map<String, String>> people = absentees.identities(results.stream()
                    .flatMap(result -> Stream.ofNullable(result.userId()))
                    .toList());
            for (RowResult result : results) {
                Map<String, String> person =
                        people.getOrDefault(Objects.requireNonNullElse(result.userId(), ""), Map.of());
                writer.write(columns.cells(person, result, messages));
            }
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
