package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the first visible sheet of a workbook. Its texts are held in memory, its rows are not. */
final class WorkbookRecords implements RecordSource {

    /** As many as of a text; see {@link FileSample}. */
    private static final int SAMPLE_ROWS = 200;

    private final ZipParts parts;
    private final SheetReader sheet;

    private WorkbookRecords(ZipParts parts, FileLimits limits) throws FileRefused, IOException {
        this.parts = parts;
        Relationships relationships = Relationships.read(parts);
        SheetChoice choice = SheetChoice.read(parts, relationships);
        Optional<String> styles = relationships.part("styles");
        Optional<String> strings = relationships.part("sharedStrings");
        CellText texts = new CellText(
                strings.isPresent() ? SharedStrings.read(parts, strings.get(), limits) : SharedStrings.none(),
                styles.isPresent() ? CellStyles.read(parts, styles.get()) : CellStyles.none(),
                new CellNumber(new SerialDate(choice.from1904())));
        this.sheet = new SheetReader(XmlPart.open(parts, choice.part()), texts, limits);
    }

    static WorkbookRecords open(FileSource source, FileLimits limits) throws FileRefused, IOException {
        ZipParts parts = ZipParts.open(source, limits.workbook());
        boolean opened = false;
        try {
            WorkbookRecords records = new WorkbookRecords(parts, limits);
            opened = true;
            return records;
        } finally {
            if (!opened) {
                parts.close();
            }
        }
    }

    /** Finds the header of a workbook. */
    static Dialect dialect(FileSource source, FileLimits limits, HeaderHint hint) throws FileRefused, IOException {
        List<RawRecord> sample = new ArrayList<>();
        try (WorkbookRecords records = open(source, limits)) {
            long characters = 0;
            RawRecord next = records.next(0);
            while (next != null && sample.size() < SAMPLE_ROWS && characters < LineReader.MAX_CHARACTERS) {
                sample.add(next);
                characters += next.cells().stream().mapToLong(String::length).sum();
                next = records.next(0);
            }
        }
        if (sample.isEmpty()) {
            throw new FileRefused("crm.import.file-empty");
        }
        HeaderPick.Picked picked = HeaderPick.ofSheet(hint).from(sample);
        if (picked == null) {
            throw new FileRefused("crm.import.header-missing");
        }
        RawRecord header = picked.record();
        return Dialect.ofWorkbook(Math.toIntExact(header.line()), StaffFile.isGuarded(header.cells()));
    }

    @Override
    public @Nullable RawRecord next(int width) throws FileRefused, IOException {
        SheetRow row = sheet.next();
        return row == null ? null : row.record(width);
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            sheet.close();
        }
    }
}
