package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a file. Bytes that are no character of the charset come out as {@link Undecodable#MARK}, which
 * unlike the replacement character cannot stand in the file itself. A byte order mark at the beginning is left out.
 */
final class DecodedText implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream stream;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private boolean streamEnded;
    private boolean begun;

    private DecodedText(InputStream stream, CharsetDecoder decoder) {
        this.stream = stream;
        this.decoder = decoder;
    }

    static DecodedText of(FileSource source, String charset) throws IOException {
        CharsetDecoder decoder = TextCharset.forDialect(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new DecodedText(source.open(), decoder);
    }

    /**
     * Reads some characters.
     *
     * @param target at least two characters long, so that a surrogate pair fits
     * @return how many characters were read, at least one; -1 at the end
     */
    int read(char[] target) throws IOException {
        CharBuffer out = CharBuffer.wrap(target);
        while (out.position() == 0) {
            CoderResult result = decoder.decode(bytes, out, streamEnded);
            if (result.isError() && out.hasRemaining()) {
                bytes.position(bytes.position() + result.length());
                out.put(Undecodable.MARK);
            } else if (result.isUnderflow() && !streamEnded) {
                fill();
            } else if (result.isUnderflow() && out.position() == 0) {
                return -1;
            }
            if (!begun && out.position() > 0) {
                begun = true;
                dropByteOrderMark(out);
            }
        }
        return out.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            streamEnded = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private static void dropByteOrderMark(CharBuffer out) {
        if (out.get(0) == BYTE_ORDER_MARK) {
            // The buffer flips to "what was read", loses its first character, and flips back to "where to go on".
            out.flip().get();
            out.compact();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
