package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The size of the directory of an archive, asked before the archive is opened: {@link java.util.zip.ZipFile} holds the
 * directory in memory, and says how many entries there are only afterwards.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final long SAID_IN_END_64 = 0xFFFFFFFFL;

    private ZipDirectory() {}

    /**
     * The largest size that any end record names, whichever of them a reader takes for the right one.
     *
     * @return bytes; 0 if there is no end record
     */
    static long bytes(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            long from = Math.max(0, channel.size() - MAX_COMMENT - END_BYTES - LOCATOR_64_BYTES);
            ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
            long largest = 0;
            for (int i = 0; i + END_BYTES <= tail.limit(); i++) {
                if (tail.getInt(i) == END) {
                    largest = Math.max(largest, bytes(channel, tail, i));
                }
            }
            return largest;
        }
    }

    private static long bytes(FileChannel channel, ByteBuffer tail, int end) throws IOException {
        long bytes = Integer.toUnsignedLong(tail.getInt(end + 12));
        int locator = end - LOCATOR_64_BYTES;
        if (locator < 0 || tail.getInt(locator) != LOCATOR_64) {
            return bytes;
        }
        long position = tail.getLong(locator + 8);
        if (position < 0 || position > channel.size() - END_64_BYTES) {
            return bytes;
        }
        ByteBuffer end64 = read(channel, position, END_64_BYTES);
        if (end64.getInt(0) != END_64) {
            return bytes;
        }
        long bytes64 = end64.getLong(40);
        if (bytes64 < 0) {
            return Long.MAX_VALUE;
        }
        return bytes == SAID_IN_END_64 ? bytes64 : Math.max(bytes, bytes64);
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            count = channel.read(bytes, from + bytes.position());
        }
        return bytes.flip();
    }
}
