package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.nio.CharBuffer;

/**
 * How well the bytes of a file fit a charset.
 *
 * @param good characters beyond ASCII
 * @param bad sequences of bytes that are no character
 */
record DecodingTally(long good, long bad) {

    /** With this many, chance is ruled out for a lower share, too. */
    private static final long MANY = 20;

    static DecodingTally of(FileSource source, String charset) throws IOException {
        long good = 0;
        long bad = 0;
        char[] buffer = new char[8192];
        try (DecodedText text = DecodedText.of(source, charset)) {
            for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
                CharBuffer read = CharBuffer.wrap(buffer, 0, count);
                for (int i = 0; i < count; i++) {
                    if (Undecodable.isMarkAt(read, i)) {
                        bad++;
                    } else if (buffer[i] >= 0x80 && !Character.isLowSurrogate(buffer[i])) {
                        good++;
                    }
                }
            }
        }
        return new DecodingTally(good, bad);
    }

    /** Nobody writes UTF-8 by accident: 99 % of the sequences are valid, or nine tenths of many. */
    boolean isConvincing() {
        return bad * 99 <= good || (good >= MANY && bad * 9 <= good);
    }

    boolean isMostlyGood() {
        return good > bad;
    }
}
