package io.keycloakcrm.imports;

import io.keycloakcrm.imports.file.FileAnalysis;
import io.keycloakcrm.imports.file.FileLimits;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.FileSource;
import io.keycloakcrm.imports.file.StaffFile;
import io.keycloakcrm.imports.file.StaffFileReader;
import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.Locality;
import io.keycloakcrm.imports.mapping.HeaderAliases;
import io.keycloakcrm.imports.mapping.Mapping;
import io.keycloakcrm.imports.mapping.MappingAnalysis;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.PhoneRegion;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how a file is to be read and what its columns mean in this realm. */
final class FileAnalyst {

    /** Realm attribute with the id of the time zone in which validity begins and ends. */
    static final String ZONE_ATTRIBUTE = "crm.time-zone";

    private final Locality locality;
    private final Map<String, List<String>> ownAttributes;

    FileAnalyst(AdminCall call) {
        locality = new Locality(
                PhoneRegion.of(call.realm()).region(), zone(call.realm().getAttribute(ZONE_ATTRIBUTE)));
        ownAttributes = OwnAttributes.of(call.session());
    }

    private static String zone(@Nullable String configured) {
        try {
            return configured == null || configured.isBlank()
                    ? "Asia/Shanghai"
                    : ZoneId.of(configured).getId();
        } catch (DateTimeException e) {
            throw Problem.badRequest("crm.import.time-zone-unknown", configured);
        }
    }

    /** What a person has settled about the dialect; null for what is to be found. */
    record Settled(@Nullable String charset, @Nullable String delimiter) {

        static final Settled NOTHING = new Settled(null, null);

        @Nullable
        Character delimiterCharacter() {
            if (delimiter == null) {
                return null;
            }
            if (delimiter.length() != 1) {
                throw Problem.badField("delimiter", "crm.import.delimiter-unknown", delimiter);
            }
            return delimiter.charAt(0);
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws org.keycloak.services.ErrorResponseException if it cannot be read, with the reader's code
     */
    Analysis analyse(FileSource file, Settled settled) throws IOException {
        try {
            FileAnalysis found = StaffFile.analyse(
                    file, FileLimits.defaults(), HeaderAliases::knows, settled.charset(), settled.delimiterCharacter());
            var mapping = new MappingAnalysis(found.header(), ownAttributes);
            long rows = 0;
            try (StaffFileReader reader = StaffFileReader.open(file, found.dialect(), FileLimits.defaults())) {
                for (@Nullable FileRow row = reader.next(); row != null; row = reader.next()) {
                    mapping.accept(row);
                    rows = row.row();
                }
            }
            Mapping meaning = mapping.finish();
            return new Analysis(found.dialect(), rows, locality, meaning.columns(), meaning.questions());
        } catch (FileRefused refused) {
            throw Problem.badField("file", refused.code(), refused.params().toArray());
        }
    }

    /** Names of the realm's own attributes that a column may be mapped to. */
    Map<String, List<String>> ownAttributes() {
        return ownAttributes;
    }
}
