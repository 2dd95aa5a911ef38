package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.FileLimits;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.FileSource;
import io.keycloakcrm.imports.file.StaffFileReader;
import io.keycloakcrm.imports.mapping.RowMapper;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The rows of a stored file by its analysis. */
final class MappedRows implements RowSource {

    private final FileSource file;
    private final Analysis analysis;

    MappedRows(FileSource file, Analysis analysis) {
        this.file = file;
        this.analysis = analysis;
    }

    @Override
    public void read(Reader reader) throws IOException, FileRefused {
        var mapper = new RowMapper(
                analysis.columns(),
                analysis.locality().region(),
                ZoneId.of(analysis.locality().zone()));
        try (StaffFileReader rows = StaffFileReader.open(file, analysis.dialect(), FileLimits.defaults())) {
            @Nullable FileRow row = rows.next();
            while (row != null) {
                reader.take(mapper.map(row));
                row = rows.next();
            }
        }
    }
}
