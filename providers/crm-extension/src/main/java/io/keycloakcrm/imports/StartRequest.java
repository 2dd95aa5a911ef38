package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.ImportMode;
import io.keycloakcrm.imports.job.ImportSettings;
import io.keycloakcrm.imports.job.Pace;
import io.keycloakcrm.imports.mapping.Question;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.rest.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of a dry run or a start.
 *
 * @param mode {@code create}, {@code upsert} (if absent), {@code update} or {@code sync}
 * @param key field by which people are recognised; if absent the e-mail address, else the employee number, else the
 *     username, whichever is mapped
 * @param createDepartments whether unknown departments are created; no if absent
 * @param invite whether new members are invited
 * @param pace {@code considerate} (if absent) or {@code full}
 */
record StartRequest(
        @Nullable String mode,
        @Nullable String key,
        @Nullable Boolean createDepartments,
        @Nullable Boolean invite,
        @Nullable String pace) {

    static final StartRequest DEFAULT = new StartRequest(null, null, null, null, null);

    private static final List<String> KEYS =
            List.of(StaffField.EMAIL.id(), StaffField.EMPLOYEE_NUMBER.id(), StaffField.USERNAME.id());

    /** @param sharedEmails whether several people of the realm may have one e-mail address */
    ImportSettings settings(Analysis analysis, boolean sharedEmails, boolean dryRun) {
        ImportMode wanted = wantedMode();
        for (Question question : analysis.questions()) {
            throw Problem.badRequest(question.code(), headers(analysis, question));
        }
        String wantedKey = wantedKey(analysis);
        if (wanted == ImportMode.SYNC && sharedEmails && wantedKey.equals(StaffField.EMAIL.id())) {
            throw Problem.badField("key", "crm.import.sync-key-shared");
        }
        return new ImportSettings(
                wanted, wantedKey, Boolean.TRUE.equals(createDepartments), Boolean.TRUE.equals(invite), dryRun);
    }

    Pace wantedPace() {
        return pace == null ? Pace.CONSIDERATE : pace(pace);
    }

    static Pace pace(String id) {
        return Pace.byId(id).orElseThrow(() -> Problem.badField("pace", "crm.import.pace-unknown", id));
    }

    private ImportMode wantedMode() {
        if (mode == null) {
            return ImportMode.UPSERT;
        }
        return ImportMode.byId(mode).orElseThrow(() -> Problem.badField("mode", "crm.import.mode-unknown", mode));
    }

    private String wantedKey(Analysis analysis) {
        if (key != null && !KEYS.contains(key)) {
            throw Problem.badField("key", "crm.import.key-unknown", key);
        }
        List<String> wanted = key == null ? KEYS : List.of(key);
        return wanted.stream()
                .filter(analysis::maps)
                .findFirst()
                .orElseThrow(() -> Problem.badField("key", "crm.import.key-missing", String.join(", ", wanted)));
    }

    private static String headers(Analysis analysis, Question question) {
        return String.join(
                ", ",
                question.columns().stream()
                        .map(index -> analysis.columns().get(index).header())
                        .toList());
    }
}
