package io.keycloakcrm.imports.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** What the bytes of a file look like before anything is known of their charset. */
final class ByteTally {

    private static final List<byte[]> BINARY_BEGINNINGS = List.of(
            bytes('P', 'K', 5, 6), // an empty ZIP
            bytes('%', 'P', 'D', 'F'),
            bytes(0x1F, 0x8B),
            bytes('7', 'z', 0xBC, 0xAF),
            bytes('R', 'a', 'r', '!', 0x1A),
            bytes(0x89, 'P', 'N', 'G'));

    private final byte[] beginning;
    private long size;
    private final long[] zeros = new long[2];
    private long controls;
    private long high;

    private ByteTally(byte[] beginning) {
        this.beginning = beginning;
    }

    static ByteTally ofAll(FileSource source) throws IOException {
        ByteTally tally = new ByteTally(beginning(source));
        try (InputStream stream = source.open()) {
            tally.addAll(stream);
        }
        return tally;
    }

    static ByteTally ofBeginning(FileSource source) throws IOException {
        byte[] beginning = beginning(source);
        ByteTally tally = new ByteTally(beginning);
        tally.addAll(new ByteArrayInputStream(beginning));
        return tally;
    }

    private static byte[] beginning(FileSource source) throws IOException {
        try (InputStream stream = source.open()) {
            return stream.readNBytes(8192);
        }
    }

    private void addAll(InputStream stream) throws IOException {
        byte[] buffer = new byte[8192];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            for (int i = 0; i < count; i++) {
                add(buffer[i]);
            }
        }
    }

    private void add(byte b) {
        if (b == 0) {
            zeros[(int) (size & 1)]++;
        } else if (b < 0) {
            high++;
        } else if (b < 0x20 && !(b >= '\t' && b <= '\r')) {
            controls++;
        }
        size++;
    }

    long size() {
        return size;
    }

    boolean isAscii() {
        return high == 0;
    }

    boolean beginsWith(int... expected) {
        return beginsWith(bytes(expected));
    }

    private boolean beginsWith(byte[] prefix) {
        return beginning.length >= prefix.length
                && Arrays.equals(prefix, 0, prefix.length, beginning, 0, prefix.length);
    }

    private boolean looksUtf16() {
        return beginsWith(0xFF, 0xFE)
                || beginsWith(0xFE, 0xFF)
                || beginsWith(0, 0, 0xFE, 0xFF)
                || looksUtf16(false)
                || looksUtf16(true);
    }

    /** In UTF-16 each delimiter, digit and line end has its zero byte on the same side. */
    boolean looksUtf16(boolean bigEndian) {
        long expected = zeros[bigEndian ? 0 : 1];
        long unexpected = zeros[bigEndian ? 1 : 0];
        return expected * 50 >= size && expected > 4 * unexpected;
    }

    boolean looksBinary() {
        if (BINARY_BEGINNINGS.stream().anyMatch(this::beginsWith)) {
            return true;
        }
        return !looksUtf16() && hasControlsThroughout();
    }

    /** A text may have a few by mistake. */
    private boolean hasControlsThroughout() {
        long all = controls + zeros[0] + zeros[1];
        return all > 8 && all * 20 > size;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
