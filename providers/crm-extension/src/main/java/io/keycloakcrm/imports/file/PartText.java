package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a part. The format knows UTF-8 and UTF-16 only (ECMA-376, part 2), so that what the XML declares is
 * not asked. Decoded here and not by the parser, which writes malformed bytes to the error stream of the server.
 */
final class PartText {

    private PartText() {}

    static Reader of(InputStream bytes) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(bytes, 3);
        byte[] first = stream.readNBytes(3);
        Charset charset = charset(first);
        boolean marked = charset.equals(StandardCharsets.UTF_8) && first.length == 3 && at(first, 0) == 0xEF;
        if (!marked) {
            stream.unread(first);
        }
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(byte[] first) {
        int begin = at(first, 0) << 8 | at(first, 1);
        return switch (begin) {
            case 0xFEFF, 0xFFFE -> StandardCharsets.UTF_16;
            case '<' -> StandardCharsets.UTF_16BE;
            case '<' << 8 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? Byte.toUnsignedInt(bytes[index]) : 1;
    }
}
