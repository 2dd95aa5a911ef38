package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.imports.file.Dialect;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.imports.mapping.MappedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private final List<MappedRow> file = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();

    @Test
    void cutsAFileIntoChunksOfOneHundredRows() throws Exception {
        IntStream.rangeClosed(1, 201).forEach(n -> row(Map.of("employeeNumber", "GH" + n)));

        assertThat(prepare(false)).isEqualTo(201);
        assertThat(chunks).extracting(Chunk::phase).containsOnly(Phase.MEMBERS);
        assertThat(chunks).extracting(Chunk::number).containsExactly(0, 1, 2);
        assertThat(chunks).extracting(Chunk::firstRow).containsExactly(1L, 101L, 201L);
        assertThat(chunks).extracting(Chunk::lastRow).containsExactly(100L, 200L, 201L);
    }

    @Test
    void namesTheFirstRowThatHasTheSameEmployeeNumberInAnotherWidthAndCase() throws Exception {
        row(Map.of("employeeNumber", "GH1"));
        row(Map.of("employeeNumber", "ｇｈ１"));

        prepare(false);

        assertThat(members().get(0).mapped().faults()).isEmpty();
        assertThat(members().get(1).mapped().faults())
                .containsExactly(RowFault.ofCell("crm.import.duplicate-in-file", 0, "ｇｈ１", "1"));
    }

    @Test
    void allowsOneAddressForSeveralPeopleWhereTheRealmDoes() throws Exception {
        row(Map.of("employeeNumber", "1", "email", "team@example.com"));
        row(Map.of("employeeNumber", "2", "email", "Team@example.com"));

        new Preparation(file(), analysis(), settings(false), new Preparation.Circumstances(true, false), sink()).run();

        assertThat(members())
                .allSatisfy(row -> assertThat(row.mapped().faults()).isEmpty());
    }

    @Test
    void findsManagersByNumberAddressAndUniqueNameWhereverTheyStand() throws Exception {
        row(Map.of("employeeNumber", "1", "manager", "4"));
        row(Map.of("employeeNumber", "2", "manager", "BOSS@example.com"));
        row(Map.of("employeeNumber", "3", "manager", "王 芳"));
        row(Map.of("employeeNumber", "4", "email", "boss@example.com", "lastName", "王", "firstName", "芳"));
        row(Map.of("employeeNumber", "5", "manager", "somebody else"));

        prepare(false);

        assertThat(members()).extracting(PreparedRow::managerRow).containsExactly(4L, 4L, 4L, null, null);
    }

    @Test
    void refusesAManagerWhoseNameSeveralRowsHave() throws Exception {
        row(Map.of("employeeNumber", "1", "lastName", "李", "firstName", "伟"));
        row(Map.of("employeeNumber", "2", "lastName", "李", "firstName", "伟"));
        row(Map.of("employeeNumber", "3", "manager", "李伟"));

        prepare(false);

        assertThat(codes(members().get(2))).containsExactly("crm.import.manager-ambiguous");
        assertThat(members().get(2).managerRow()).isNull();
    }

    @Test
    void refusesOnlyThePeopleOnACircleOfManagers() throws Exception {
        row(Map.of("employeeNumber", "1", "manager", "2"));
        row(Map.of("employeeNumber", "2", "manager", "3"));
        row(Map.of("employeeNumber", "3", "manager", "1"));
        row(Map.of("employeeNumber", "4", "manager", "1"));
        row(Map.of("employeeNumber", "5", "manager", "5"));

        prepare(false);

        assertThat(members())
                .extracting(PreparationTest::codes)
                .containsExactly(
                        List.of("crm.import.manager-circle"),
                        List.of("crm.import.manager-circle"),
                        List.of("crm.import.manager-circle"),
                        List.of(),
                        List.of("crm.import.manager-circle"));
    }

    @Test
    void putsOnlyRowsWithAManagerIntoThePhaseOfManagers() throws Exception {
        row(Map.of("employeeNumber", "1"));
        row(Map.of("employeeNumber", "2", "manager", "1"));

        prepare(false);

        assertThat(rows(Phase.MANAGERS)).extracting(PreparedRow::row).containsExactly(2L);
    }

    @Test
    void listsEveryDepartmentOnceWithParentsFirst() throws Exception {
        row(Map.of("employeeNumber", "1", "department", "销售部/华东区/一组"));
        row(Map.of("employeeNumber", "2", "department", "销售部"));
        row(Map.of("employeeNumber", "3", "department", "销售部/华东区"));

        prepare(true);

        assertThat(rows(Phase.DEPARTMENTS))
                .extracting(row -> row.value("department"))
                .containsExactly("销售部", "销售部/华东区", "销售部/华东区/一组");
    }

    @Test
    void cutsDepartmentsIntoChunksThatContinueEachOther() throws Exception {
        IntStream.rangeClosed(1, 401).forEach(n -> row(Map.of("employeeNumber", "" + n, "department", "部" + n)));

        prepare(true);

        List<Chunk> departments = chunks.stream()
                .filter(chunk -> chunk.phase() == Phase.DEPARTMENTS)
                .toList();
        assertThat(departments).extracting(Chunk::number).containsExactly(0, 1, 2);
        assertThat(departments).extracting(Chunk::firstRow).containsExactly(1L, 201L, 401L);
        assertThat(departments).extracting(Chunk::rowCount).containsExactly(200, 200, 1);
    }

    @Test
    void listsNoDepartmentsUnlessTheyMayBeCreated() throws Exception {
        row(Map.of("employeeNumber", "1", "department", "销售部"));

        prepare(false);

        assertThat(chunks).extracting(Chunk::phase).doesNotContain(Phase.DEPARTMENTS);
    }

    @Test
    void repeatsOnlyTheNumbersOfRowsWhoseNewMembersAreInvited() throws Exception {
        row(Map.of("employeeNumber", "1", "email", "ann@example.com"));
        row(Map.of("employeeNumber", "2"));
        var inviting = new ImportSettings(ImportMode.UPSERT, "employeeNumber", false, true, false);

        new Preparation(file(), analysis(), inviting, new Preparation.Circumstances(false, false), sink()).run();

        assertThat(rows(Phase.INVITATIONS)).extracting(PreparedRow::row).containsExactly(1L, 2L);
        assertThat(rows(Phase.INVITATIONS))
                .allSatisfy(row -> assertThat(row.mapped().values()).isEmpty());
    }

    @Test
    void invitesNobodyInADryRun() throws Exception {
        row(Map.of("employeeNumber", "1"));
        var checking = new ImportSettings(ImportMode.UPSERT, "employeeNumber", false, true, true);

        new Preparation(file(), analysis(), checking, new Preparation.Circumstances(false, false), sink()).run();

        assertThat(chunks).extracting(Chunk::phase).doesNotContain(Phase.INVITATIONS);
    }

    private void row(Map<String, String> values) {
        var cells = new HashMap<String, List<String>>();
        values.forEach((field, value) -> cells.put(field, List.of(value)));
        file.add(new MappedRow(file.size() + 1L, file.size() + 2L, cells, List.of()));
    }

    private long prepare(boolean createDepartments) throws Exception {
        return new Preparation(
                        file(),
                        analysis(),
                        settings(createDepartments),
                        new Preparation.Circumstances(false, false),
                        sink())
                .run();
    }

    private RowSource file() {
        return reader -> {
            for (MappedRow row : file) {
                reader.take(row);
            }
        };
    }

    private Preparation.Sink sink() {
        return new Preparation.Sink() {
            @Override
            public void pulse() {}

            @Override
            public void add(Chunk chunk) {
                chunks.add(chunk);
            }
        };
    }

    private static ImportSettings settings(boolean createDepartments) {
        return new ImportSettings(ImportMode.UPSERT, "employeeNumber", createDepartments, false, false);
    }

    private static Analysis analysis() {
        List<String> fields =
                List.of("employeeNumber", "email", "lastName", "firstName", "department", "manager", "username");
        List<Column> columns = IntStream.range(0, fields.size())
                .mapToObj(index -> new Column(index, fields.get(index), fields.get(index), null, null, List.of()))
                .toList();
        return new Analysis(
                new Dialect("UTF-8", ',', 1, false), 0, new Locality("CN", "Asia/Shanghai"), columns, List.of());
    }

    private List<PreparedRow> members() {
        return rows(Phase.MEMBERS);
    }

    private List<PreparedRow> rows(Phase phase) {
        return chunks.stream()
                .filter(chunk -> chunk.phase() == phase)
                .flatMap(chunk -> Chunk.rows(payload(chunk.payload())).stream())
                .toList();
    }

    private static byte[] payload(byte @Nullable [] payload) {
        return Objects.requireNonNull(payload);
    }

    private static List<String> codes(PreparedRow row) {
        return row.mapped().faults().stream().map(RowFault::code).toList();
    }
}
