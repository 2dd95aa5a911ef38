package io.keycloakcrm.imports.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Charsets by the names of a {@link Dialect}. */
final class TextCharset {

    static final String BIG5 = "Big5";

    private TextCharset() {}

    /** The canonical name of a charset a person chose. */
    static String canonicalName(String name) throws FileRefused {
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FileRefused("crm.import.charset-unknown", name);
        }
    }

    static Charset forDialect(String name) {
        // What Windows writes as Big5 is code page 950; Java's own Big5 lacks its characters for names (恒, 碁).
        return Charset.forName(name.equals(BIG5) ? "x-windows-950" : name);
    }
}
