package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An OLE2 file, which is not read; only which kind it is, so that a person is told what to do. */
final class CompoundFile {

    private static final int OVERLAP = 64;

    private CompoundFile() {}

    static FileRefused refusal(FileSource source) throws IOException {
        if (holdsEntry(source, "EncryptedPackage")) {
            return new FileRefused("crm.import.workbook-encrypted");
        }
        boolean workbook = holdsEntry(source, "Workbook") || holdsEntry(source, "Book");
        return new FileRefused(workbook ? "crm.import.workbook-old" : "crm.import.not-text");
    }

    /** The directory may stand anywhere in the file, and says names in UTF-16 with a zero behind. */
    private static boolean holdsEntry(FileSource source, String name) throws IOException {
        String wanted = new String((name + '\0').getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = source.open()) {
            int kept = 0;
            int count = stream.readNBytes(buffer, 0, buffer.length);
            while (count > 0) {
                if (new String(buffer, 0, kept + count, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
                byte[] tail = Arrays.copyOfRange(buffer, Math.max(0, kept + count - OVERLAP), kept + count);
                System.arraycopy(tail, 0, buffer, 0, tail.length);
                kept = tail.length;
                count = stream.readNBytes(buffer, kept, buffer.length - kept);
            }
            return false;
        }
    }
}
