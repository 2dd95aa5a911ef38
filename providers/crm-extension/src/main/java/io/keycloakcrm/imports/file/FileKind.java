package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** What a file is by its first bytes; its name is not asked. */
enum FileKind {
    /** An archive, as an XLSX workbook is. */
    ZIP,
    /** OLE2, as an XLS workbook is, and an XLSX workbook with a password. */
    COMPOUND,
    /** Text, or nothing we read. */
    OTHER;

    static FileKind of(FileSource source) throws IOException {
        try (InputStream stream = source.open()) {
            byte[] first = stream.readNBytes(Integer.BYTES);
            if (first.length < Integer.BYTES) {
                return OTHER;
            }
            return switch (ByteBuffer.wrap(first).getInt()) {
                case 'P' << 24 | 'K' << 16 | 0x0304 -> ZIP;
                case 0xD0CF11E0 -> COMPOUND;
                default -> OTHER;
            };
        }
    }
}
