package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reader holds a few kilobytes of a file, however long it is. */
class LargeFileTest {

    private static final int ROWS = 200_000;
    private static final int MAX_AHEAD = 64 * 1024;

    private final GeneratedFile file = new GeneratedFile();

    @Test
    void isReadWithoutRunningAhead() throws Exception {
        FileAnalysis analysis = StaffFile.analyse(file, FileLimits.defaults(), HeaderHint.none());
        assertThat(analysis.dialect()).isEqualTo(new Dialect("UTF-8", ',', 1, false));
        try (StaffFileReader reader = StaffFileReader.open(file, analysis.dialect(), FileLimits.defaults())) {
            long ended = GeneratedFile.line(0).length;
            for (int i = 1; i <= ROWS; i++) {
                FileRow row = reader.next();
                assertThat(row).isEqualTo(new FileRow(i, i + 1L, GeneratedFile.cells(i), List.of()));
                ended += GeneratedFile.line(i).length;
                assertThat(file.handedOut - ended).isBetween(0L, (long) MAX_AHEAD);
            }
            assertThat(reader.next()).isNull();
        }
        assertThat(file.largestRequest).isLessThanOrEqualTo(MAX_AHEAD);
    }

    /** Makes its bytes as they are asked for and counts them. */
    private static final class GeneratedFile implements FileSource {

        private long handedOut;
        private int largestRequest;

        @Override
        public InputStream open() {
            handedOut = 0;
            return new Generated();
        }

        private static List<String> cells(int row) {
            return row == 0
                    ? List.of("number", "name", "note")
                    : List.of("GH" + row, "王小" + row, row % 7 == 0 ? "a, \"b\"" : "部");
        }

        private static byte[] line(int row) {
            List<String> quoted = cells(row).stream()
                    .map(cell -> cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                    .toList();
            return (String.join(",", quoted) + "\r\n").getBytes(StandardCharsets.UTF_8);
        }

        private final class Generated extends InputStream {

            private byte[] line = line(0);
            private int row;
            private int position;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                largestRequest = Math.max(largestRequest, length);
                int count = 0;
                while (count < length) {
                    if (position == line.length) {
                        if (row == ROWS) {
                            break;
                        }
                        line = line(++row);
                        position = 0;
                    }
                    int copied = Math.min(length - count, line.length - position);
                    System.arraycopy(line, position, target, offset + count, copied);
                    position += copied;
                    count += copied;
                }
                handedOut += count;
                return count == 0 && length > 0 ? -1 : count;
            }
        }
    }
}
