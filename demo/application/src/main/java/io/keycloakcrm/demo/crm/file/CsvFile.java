package io.keycloakcrm.demo.crm.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A file for spreadsheets. */
public final class CsvFile {

    /** Without it Excel takes the file for the charset of the machine. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final PrintWriter out;

    private CsvFile(PrintWriter out) {
        this.out = out;
    }

    /** Begins the answer: whatever may be refused has to be refused before. */
    public static CsvFile begin(HttpServletResponse response, String name, String... columns) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        var file = new CsvFile(response.getWriter());
        file.out.write(BYTE_ORDER_MARK);
        file.add((Object[]) columns);
        return file;
    }

    public void add(@Nullable Object... values) {
        out.write(Arrays.stream(values).map(CsvFile::field).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** Quoted throughout; text that a spreadsheet would compute gets an apostrophe before it, numbers stay numbers. */
    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
