package io.keycloakcrm.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of an uploaded file, made safe to store, to show and to offer for download. */
final class FileName {

    private static final int MAX_CHARACTERS = 255;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");

    private FileName() {}

    /** Without path, control and invisible characters (which can make {@code gpj.exe} read as {@code exe.jpg}). */
    static String sanitized(@Nullable String sent) {
        String name = PATH.matcher(sent == null ? "" : sent).replaceFirst("");
        name = INVISIBLE.matcher(name).replaceAll("").strip();
        if (name.length() > MAX_CHARACTERS) {
            int end = Character.isHighSurrogate(name.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
            name = name.substring(0, end);
        }
        return name.isEmpty() ? "upload" : name;
    }

    /** {@code Content-Disposition} for the results: plain ASCII, so that nothing in a name can end the header's value. */
    static String disposition(String uploaded) {
        String base =
                NOT_PLAIN.matcher(EXTENSION.matcher(uploaded).replaceFirst("")).replaceAll("_");
        String plain = base.isEmpty() || base.equals("_") ? "import" : base;
        return "attachment; filename=\"" + plain.substring(0, Math.min(plain.length(), 100)) + "-results.csv\"";
    }
}
