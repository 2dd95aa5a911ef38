package io.keycloakcrm.imports.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A file in memory and what the reader makes of it. */
final class TestFile implements FileSource {

    private static final Set<String> KNOWN = Set.of(
            "工号",
            "姓名",
            "部门",
            "职位",
            "手机",
            "邮箱",
            "英文ID",
            "职务",
            "性别",
            "座机",
            "email",
            "firstName",
            "lastName",
            "login",
            "title",
            "department",
            "employeeNumber",
            "Name",
            "Phone");

    static final HeaderHint HINT = heading -> KNOWN.contains(heading.strip().replaceAll("(\\*| ?[\\[(].*)$", ""));

    private final byte[] bytes;

    TestFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static TestFile of(String text) {
        return new TestFile(text.getBytes(StandardCharsets.UTF_8));
    }

    static TestFile of(String text, String charset) {
        return new TestFile(text.getBytes(Charset.forName(charset)));
    }

    static TestFile resource(String path) throws IOException {
        try (InputStream stream = Objects.requireNonNull(TestFile.class.getResourceAsStream("/" + path), path)) {
            return new TestFile(stream.readAllBytes());
        }
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    FileAnalysis analyse() throws FileRefused, IOException {
        return StaffFile.analyse(this, FileLimits.defaults(), HINT);
    }

    List<FileRow> rows() throws FileRefused, IOException {
        return rows(analyse().dialect());
    }

    List<FileRow> rows(Dialect dialect) throws FileRefused, IOException {
        return rows(dialect, FileLimits.defaults());
    }

    List<FileRow> rows(Dialect dialect, FileLimits limits) throws FileRefused, IOException {
        List<FileRow> rows = new ArrayList<>();
        try (StaffFileReader reader = StaffFileReader.open(this, dialect, limits)) {
            for (FileRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    List<List<String>> cells() throws FileRefused, IOException {
        return rows().stream().map(FileRow::cells).toList();
    }
}
