package io.keycloakcrm.imports.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the charset of a file by its whole content: the first umlaut may stand in the last row. */
final class CharsetFinder {

    private static final String UTF_8 = "UTF-8";

    private CharsetFinder() {}

    static String find(FileSource source, ByteTally bytes) throws IOException {
        String marked = byByteOrderMark(bytes);
        if (marked != null) {
            return marked;
        }
        if (bytes.looksUtf16(false)) {
            return "UTF-16LE";
        }
        if (bytes.looksUtf16(true)) {
            return "UTF-16BE";
        }
        if (bytes.isAscii()) {
            return UTF_8;
        }
        DecodingTally utf8 = DecodingTally.of(source, UTF_8);
        if (utf8.isConvincing()) {
            return UTF_8;
        }
        DoubleByteTally pairs = DoubleByteTally.of(source);
        // An umlaut of damaged UTF-8 is an everyday character of GB18030 and two letters of windows-1252: garbage that
        // looks sound. Read as UTF-8 the damage shows.
        if (utf8.isMostlyGood() && pairs.standInWords()) {
            return UTF_8;
        }
        return pairs.charset().orElse(utf8.isMostlyGood() ? UTF_8 : "windows-1252");
    }

    private static @Nullable String byByteOrderMark(ByteTally bytes) {
        if (bytes.beginsWith(0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (bytes.beginsWith(0xFF, 0xFE)) {
            return bytes.beginsWith(0xFF, 0xFE, 0, 0) ? "UTF-32LE" : "UTF-16LE";
        }
        if (bytes.beginsWith(0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        if (bytes.beginsWith(0, 0, 0xFE, 0xFF)) {
            return "UTF-32BE";
        }
        return bytes.beginsWith(0x84, 0x31, 0x95, 0x33) ? "GB18030" : null;
    }
}
