package io.keycloakcrm.imports.file;

import static io.keycloakcrm.imports.file.RawWorkbook.SHEET;
import static io.keycloakcrm.imports.file.RawWorkbook.STRINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a workbook is made of, it is refused by a code or read, and costs little. */
class HostileWorkbooksTest {

    @ParameterizedTest
    @CsvSource({
        "bigref,crm.import.workbook-damaged",
        "dup_entry,crm.import.workbook-damaged",
        "formula,crm.import.no-rows",
        "lol_sheet,crm.import.workbook-damaged",
        "lol_sst,crm.import.workbook-damaged",
        "xxe_sheet,crm.import.workbook-damaged",
        "xxe_sst,crm.import.workbook-damaged",
        "zipslip,crm.import.no-rows"
    })
    void knownAttacksAreRefused(String name, String code) throws Exception {
        assertRefused(TestFile.resource("attacks/" + name + ".xlsx"), code);
    }

    @Test
    void archivesOfOtherThingsAreNoText() throws Exception {
        assertRefused(zip("word/document.xml", 1), "crm.import.not-text");
        assertRefused(new RawWorkbook().without("[Content_Types].xml").file(), "crm.import.not-text");
        assertRefused(new RawWorkbook().without(RawWorkbook.WORKBOOK).file(), "crm.import.not-text");
    }

    @Test
    void archivesWithAHugeDirectoryAreNotOpened() throws Exception {
        assertRefused(zip("x".repeat(1_000), 1_500), "crm.import.not-text");
    }

    @Test
    void archivesWithNamesThatAreNoTextAreNoText() throws Exception {
        byte[] bytes = new RawWorkbook().part("xl/\u738B", "").file().bytes();
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == (byte) 0xE7 && bytes[i + 1] == (byte) 0x8E) {
                bytes[i + 1] = 'x';
            }
        }
        assertRefused(new TestFile(bytes), "crm.import.not-text");
    }

    @Test
    void workbooksOfTooManyEntriesAreTooLarge() throws Exception {
        RawWorkbook workbook = new RawWorkbook();
        for (int i = 0; i < 1_000; i++) {
            workbook.part("media/" + i, "");
        }
        assertRefused(workbook.file(), "crm.import.workbook-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XL/Workbook.XML", "xl\\workbook.xml", "/xl/workbook.xml"})
    void aNameMayStandOnceInWhateverSpelling(String name) throws Exception {
        assertRefused(new RawWorkbook().cells("").part(name, "<x/>").file(), "crm.import.workbook-damaged");
    }

    @Test
    void oldWorkbooksSaySo() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            PoiWorkbook.text(workbook.createSheet(), 0, "a");
            assertRefused(PoiWorkbook.saved(workbook), "crm.import.workbook-old");
        }
    }

    @Test
    void workbooksWithAPasswordSaySo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(new RawWorkbook().cells("").file().bytes());
            }
            container.writeFilesystem(bytes);
        }
        assertRefused(new TestFile(bytes.toByteArray()), "crm.import.workbook-encrypted");
    }

    @Test
    void workbooksWithoutAVisibleSheetSaySo() throws Exception {
        assertRefused(
                new RawWorkbook()
                        .edit(RawWorkbook.WORKBOOK, "<sheet ", "<sheet state='hidden' ")
                        .file(),
                "crm.import.workbook-no-sheet");
    }

    @Test
    void emptySheetsAreEmptyFiles() throws Exception {
        assertRefused(new RawWorkbook().rows("<row r='1'><c r='A1'/></row>").file(), "crm.import.file-empty");
        assertRefused(PoiWorkbook.of(workbook -> workbook.createSheet()), "crm.import.file-empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='0'/>",
                "<row r='-1'/>",
                "<row r='1048577'/>",
                "<row r='99999999999999999999'/>",
                "<row r='2'/><row r='2'/>",
                "<row r='2'/><row r='1'/>",
                "<row r='1'><c r='A1'/><c r='A1'/></row>",
                "<row r='1'><c r='B1'/><c r='A1'/></row>",
                "<row r='1'><c r='A2'/></row>",
                "<row r='1'><c r='XFE1'/></row>",
                "<row r='1'><c r='ZZZZZZZZZZZZ1'/></row>",
                "<row r='1'><c r='1'/></row>",
                "<row r='1'><c r='A1' s='-1'/></row>",
                "<row r='1'><c r='A1'></row>",
                "<row",
                "&nbsp;",
                "<row r='1'><c r='A1' t='str'><v>&lol;</v></c></row>"
            })
    void whatNoSpreadsheetWritesIsDamaged(String rows) throws Exception {
        assertRefused(new RawWorkbook().rows(rows).file(), "crm.import.workbook-damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, STRINGS, RawWorkbook.STYLES, RawWorkbook.RELATIONSHIPS})
    void missingAndEmptyPartsAreDamaged(String part) throws Exception {
        assertRefused(new RawWorkbook().cells("").without(part).file(), "crm.import.workbook-damaged");
        assertRefused(new RawWorkbook().cells("").part(part, "").file(), "crm.import.workbook-damaged");
    }

    @Test
    void bytesThatAreNoTextAreDamaged() throws Exception {
        byte[] sheet = RawWorkbook.row(1, "A\u00E9").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(new RawWorkbook().part(SHEET, sheet).file(), "crm.import.workbook-damaged");
    }

    @Test
    void valuesTooFarToTheRightRefuseTheFile() throws Exception {
        assertRefused(new RawWorkbook().cells("<c r='IW2'><v>1</v></c>").file(), "crm.import.too-many-columns");
    }

    @Test
    void aCellOfFortyMegabytesIsTooLarge() throws Exception {
        String cell = "<c r='A2' t='str'><v>" + "a".repeat(40 << 20) + "</v></c>";
        assertRefused(new RawWorkbook().cells(cell).file(), "crm.import.workbook-too-large");
    }

    @Test
    void rowsOverTheLimitOfAPartAreTooLarge() throws Exception {
        String rows = RawWorkbook.row(1, "A", "B")
                + "<row><c t='str'><v>%s</v></c></row>"
                        .formatted("x".repeat(900))
                        .repeat(40_000);
        assertThat(refusal(new RawWorkbook().rows(rows).file())).isEqualTo("crm.import.workbook-too-large");
    }

    @Test
    void partsTogetherHaveALimit() throws Exception {
        TestFile file = new RawWorkbook()
                .rows(RawWorkbook.row(1, "A", "B") + RawWorkbook.row(2, "a", "b"))
                .file();
        var limits = new FileLimits(256, 4096, 1_000, new WorkbookLimits(10, 1_000, 1_000, 10));
        assertThatThrownBy(() -> StaffFile.analyse(file, limits, HeaderHint.none()))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("crm.import.workbook-too-large"));
    }

    @Test
    void sharedTextsHaveALimit() throws Exception {
        String strings = "<si><t>x</t></si>".repeat(200_001);
        assertRefused(
                new RawWorkbook()
                        .cells("")
                        .edit(STRINGS, "<si><t>shared</t></si>", strings)
                        .file(),
                "crm.import.workbook-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--|-->", "<![CDATA[|]]>", "<?x |?>", "<row r='|'/>", "<row |='1'/>"})
    void oneTokenOfXmlHasALimit(String token) throws Exception {
        String rows = token.replace("|", "a".repeat(2 << 20));
        assertThat(refusal(new RawWorkbook().rows(rows).file()))
                .isIn("crm.import.workbook-too-large", "crm.import.workbook-damaged");
    }

    @Test
    void depthHasALimit() throws Exception {
        assertRefused(new RawWorkbook().rows("<a>".repeat(1_000)).file(), "crm.import.workbook-damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a%d/>", "<a a%d='1'/>", "<a xmlns:a%d='u'/>", "<a xmlns='u%d'/>", "<?a%d?>"})
    void differentNamesHaveALimit(String each) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rows.append(each.formatted(i));
        }
        assertRefused(new RawWorkbook().rows(rows.toString()).file(), "crm.import.workbook-damaged");
    }

    @Test
    void damageOfAnyByteIsRefusedByACodeOrReadAsRows() throws Exception {
        String cells =
                "<c r='A2' t='s'><v>0</v></c><c r='B2'><f>1+1</f><v>2</v></c><c r='C2' t='inlineStr'><is><t>x</t></is></c>";
        byte[] sound = new RawWorkbook().cells(cells).file().bytes();
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = sound.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            assertRefusedOrRead(new TestFile(damaged));
        }
    }

    @Test
    void damageOfTheXmlIsRefusedByACodeOrReadAsRows() throws Exception {
        String alphabet = "<>/&;'\"=!?-[]xcrowv019 \u0000\uFFFE\uD800";
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder sheet = new StringBuilder(
                    "<worksheet xmlns='" + RawWorkbook.MAIN + "'><sheetData>" + RawWorkbook.row(1, "A", "B")
                            + "<row r='2'><c r='A2' t='s'><v>0</v></c></row></sheetData></worksheet>");
            for (int n = random.nextInt(3); n >= 0; n--) {
                sheet.setCharAt(random.nextInt(sheet.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertRefusedOrRead(new RawWorkbook().part(SHEET, sheet.toString()).file());
        }
    }

    private static void assertRefusedOrRead(TestFile file) throws IOException {
        assertThat(refusal(file)).matches("crm\\.import\\..*|\\d+ rows");
    }

    private static TestFile zip(String name, int entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(name + i));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return new TestFile(bytes.toByteArray());
    }

    private static void assertRefused(TestFile file, String code) throws IOException {
        assertThat(refusal(file)).isEqualTo(code);
    }

    /** The code that analysing and reading the file ends with. */
    private static String refusal(TestFile file) throws IOException {
        try {
            return file.rows().size() + " rows";
        } catch (FileRefused refused) {
            return refused.code();
        }
    }
}
