package io.keycloakcrm.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.Counts;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportSettings;
import io.keycloakcrm.imports.job.ImportState;
import io.keycloakcrm.imports.job.Notice;
import io.keycloakcrm.imports.job.Pace;
import io.keycloakcrm.imports.job.Progress;
import io.keycloakcrm.imports.job.StoredFile;
import io.keycloakcrm.imports.job.UploadProgress;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.rest.Messages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it; instants are ISO texts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportRepresentation(
        String id,
        String fileName,
        long bytes,
        @Nullable String sha256,
        ImportState state,
        @Nullable String mode,
        @Nullable String key,
        @Nullable Boolean createDepartments,
        @Nullable Boolean invite,
        @Nullable Boolean dryRun,
        @Nullable Pace pace,
        CountsView counts,
        Progress progress,
        @Nullable UploadView upload,
        @Nullable AnalysisView analysis,
        @Nullable UploadedBy uploadedBy,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        @Nullable NoticeView notice,
        boolean erased) {

    record CountsView(long rows, long created, long updated, long unchanged, long offboarded, long failed) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnalysisView(
            String charset, String delimiter, int headerRow, List<Column> columns, List<QuestionView> questions) {

        static AnalysisView of(Analysis analysis, Messages messages) {
            return new AnalysisView(
                    analysis.dialect().charset(),
                    String.valueOf(analysis.dialect().delimiter()),
                    analysis.dialect().headerLine(),
                    analysis.columns(),
                    analysis.questions().stream()
                            .map(question -> new QuestionView(
                                    question.code(),
                                    question.columns(),
                                    question.choices(),
                                    messages.text(
                                            question.code(), question.choices().toArray())))
                            .toList());
        }
    }

    /**
     * An upload in parts that is under way.
     *
     * @param partBytes size of all parts but the last
     * @param parts how many there are, numbered from 0
     * @param received those that are stored
     * @param missing numbers of the others
     */
    record UploadView(int partBytes, int parts, List<PartView> received, List<Integer> missing) {

        static UploadView of(UploadProgress progress) {
            return new UploadView(
                    progress.plan().partBytes(),
                    progress.plan().parts(),
                    progress.received().entrySet().stream()
                            .map(part -> new PartView(part.getKey(), part.getValue()))
                            .toList(),
                    progress.missing());
        }
    }

    record PartView(int number, String sha256) {}

    record QuestionView(String code, List<Integer> columns, List<String> choices, String message) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UploadedBy(String id, @Nullable String username) {}

    record NoticeView(String code, String message) {

        static NoticeView of(Notice notice, Messages messages) {
            return new NoticeView(
                    notice.code(), messages.text(notice.code(), notice.params().toArray()));
        }
    }

    static ImportRepresentation of(
            ImportJob job, Counts counts, Progress progress, @Nullable UploadedBy uploadedBy, Messages messages) {
        @Nullable ImportSettings settings = job.settings();
        var tally = counts.tally();
        return new ImportRepresentation(
                job.id(),
                job.file().name(),
                job.file().bytes(),
                job.file().sha256().equals(StoredFile.UNKNOWN)
                        ? null
                        : job.file().sha256(),
                job.state(),
                settings == null ? null : settings.mode().id(),
                settings == null ? null : settings.key(),
                settings == null ? null : settings.createDepartments(),
                settings == null ? null : settings.invite(),
                settings == null ? null : settings.dryRun(),
                settings == null ? null : job.pace(),
                new CountsView(
                        counts.rows(),
                        tally.created(),
                        tally.updated(),
                        tally.unchanged(),
                        tally.offboarded(),
                        tally.failed()),
                progress,
                null,
                job.analysis() == null ? null : AnalysisView.of(job.analysis(), messages),
                uploadedBy,
                job.moments().createdAt().toString(),
                text(job.moments().startedAt()),
                text(job.moments().finishedAt()),
                job.notice() == null ? null : NoticeView.of(job.notice(), messages),
                job.erased());
    }

    ImportRepresentation with(UploadProgress progress) {
        return new ImportRepresentation(
                id,
                fileName,
                bytes,
                sha256,
                state,
                mode,
                key,
                createDepartments,
                invite,
                dryRun,
                pace,
                counts,
                this.progress,
                UploadView.of(progress),
                analysis,
                uploadedBy,
                createdAt,
                startedAt,
                finishedAt,
                notice,
                erased);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
