package io.keycloakcrm.tests.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A file of staff as a spreadsheet would write it: every cell quoted. */
public final class Csv {

    private final StringBuilder text = new StringBuilder();

    private Csv() {}

    public static Csv withHeader(String... headers) {
        return new Csv().row(headers);
    }

    public Csv row(String... cells) {
        return row(Arrays.asList(cells));
    }

    public Csv row(Collection<String> cells) {
        text.append(cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return bytes(StandardCharsets.UTF_8);
    }

    public byte[] bytes(Charset charset) {
        return text.toString().getBytes(charset);
    }

    /** Lines as they are, unquoted, for what is wrong about quotes and separators. */
    public static byte[] raw(String... lines) {
        return (String.join("\r\n", List.of(lines)) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
