package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The copy of a workbook that its reading needs is nobody else's to read and does not stay. */
@EnabledOnOs(OS.LINUX)
class WorkbookCopyTest {

    private final Set<String> copies = new TreeSet<>();

    @Test
    void isPrivateAndGoneOnceItIsOpen() throws Exception {
        TestFile file = new RawWorkbook().cells("<c r='A2'><v>1</v></c>").file();
        Dialect dialect = file.analyse().dialect();
        try (StaffFileReader reader = StaffFileReader.open(watched(file, -1), dialect, FileLimits.defaults())) {
            assertThat(copies).singleElement().asString().startsWith("rw------- ");
            assertThat(names()).noneMatch(Files::exists);
            assertThat(reader.next()).isNotNull();
            assertThat(openCopies()).hasSize(1);
        }
        assertThat(openCopies()).isEmpty();
    }

    @Test
    void isGoneWhenTheFileIsRefused() throws Exception {
        TestFile file = TestFile.resource("attacks/xxe_sheet.xlsx");
        assertThatThrownBy(() -> StaffFile.analyse(watched(file, -1), FileLimits.defaults(), HeaderHint.none()))
                .isInstanceOf(FileRefused.class);
        assertThat(names()).isNotEmpty().noneMatch(Files::exists);
        assertThat(openCopies()).isEmpty();
    }

    @Test
    void isGoneWhenTheSourceBreaksOff() throws Exception {
        TestFile file = new RawWorkbook().cells("").file();
        assertThatThrownBy(() ->
                        StaffFileReader.open(watched(file, 100), Dialect.ofWorkbook(1, false), FileLimits.defaults()))
                .isInstanceOf(IOException.class)
                .hasMessage("broken off");
        assertThat(names()).isNotEmpty().noneMatch(Files::exists);
        assertThat(openCopies()).isEmpty();
    }

    private List<Path> names() {
        return copies.stream()
                .map(copy -> Path.of(copy.substring(copy.indexOf(' ') + 1)))
                .toList();
    }

    private FileSource watched(TestFile file, int breaksOffAfter) {
        return () -> new FilterInputStream(file.open()) {
            private int handedOut;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                for (Path copy : openCopies()) {
                    copies.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)) + " " + copy);
                }
                if (breaksOffAfter >= 0 && handedOut >= breaksOffAfter) {
                    throw new IOException("broken off");
                }
                int count = super.read(target, offset, Math.min(length, 50));
                handedOut += count;
                return count;
            }
        };
    }

    /** Only those of this process: others may be reading workbooks, too. */
    private static List<Path> openCopies() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.flatMap(WorkbookCopyTest::target)
                    .filter(path -> path.getFileName() != null
                            && path.getFileName().toString().startsWith("crm-import-"))
                    .toList();
        }
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException closedInTheMeantime) {
            return Stream.of();
        }
    }
}
