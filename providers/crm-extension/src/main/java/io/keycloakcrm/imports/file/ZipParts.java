package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook. The archive is copied to a file of our own, because its directory stands at its end; nothing
 * is ever unpacked to a file, so that the names of its entries do no harm.
 */
final class ZipParts implements Closeable {

    static final String WORKBOOK = "xl/workbook.xml";

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final long MAX_DIRECTORY_BYTES = 1 << 20;

    private final ZipFile zip;
    private final WorkbookLimits limits;
    private final InflateBudget budget;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipParts(ZipFile zip, WorkbookLimits limits) throws FileRefused {
        this.zip = zip;
        this.limits = limits;
        this.budget = new InflateBudget(limits.maxBytes());
        for (ZipEntry entry : entries(zip)) {
            entries.putIfAbsent(key(entry.getName()), entry);
        }
        if (!has(CONTENT_TYPES) || !has(WORKBOOK)) {
            throw new FileRefused("crm.import.not-text");
        }
        if (zip.size() > limits.maxEntries()) {
            throw new FileRefused("crm.import.workbook-too-large");
        }
        if (zip.size() != entries.size()) {
            // Programs do not agree which of two is meant: what a person saw may not be what is imported.
            throw new FileRefused("crm.import.workbook-damaged");
        }
    }

    static ZipParts open(FileSource source, WorkbookLimits limits) throws FileRefused, IOException {
        // On POSIX, the owner alone may read what this creates.
        Path copy = Files.createTempFile("crm-import-", ".xlsx");
        boolean opened = false;
        try {
            try (InputStream in = source.open();
                    OutputStream out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            ZipParts parts = open(copy, limits);
            opened = true;
            return parts;
        } finally {
            if (!opened) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static ZipParts open(Path copy, WorkbookLimits limits) throws FileRefused, IOException {
        if (ZipDirectory.bytes(copy) > MAX_DIRECTORY_BYTES) {
            throw new FileRefused("crm.import.not-text");
        }
        ZipFile zip = zip(copy);
        boolean opened = false;
        try {
            ZipParts parts = new ZipParts(zip, limits);
            opened = true;
            return parts;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    private static ZipFile zip(Path copy) throws FileRefused, IOException {
        try {
            // OPEN_DELETE: where the system can, the file has no name any more from here on, and a killed server leaves
            // nothing behind. The charset is for names not marked as UTF-8; the parts we need have ASCII names.
            return new ZipFile(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, StandardCharsets.ISO_8859_1);
        } catch (ZipException | EOFException e) {
            throw refused("crm.import.not-text", e);
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) throws FileRefused {
        try {
            return Collections.list(zip.entries());
        } catch (IllegalArgumentException nameIsNotUtf8ButSaysSo) {
            throw refused("crm.import.not-text", nameIsNotUtf8ButSaysSo);
        }
    }

    /** Names of parts are the same whatever their case (ECMA-376, part 2); some writers use backslashes. */
    private static String key(String name) {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** The bytes of a part; a part that is missing although another one names it makes the workbook damaged. */
    PartStream read(String name) throws FileRefused, IOException {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw new FileRefused("crm.import.workbook-damaged");
        }
        try {
            return new PartStream(zip.getInputStream(entry), new InflateBudget(limits.maxPartBytes()), budget);
        } catch (ZipException e) {
            throw refused("crm.import.workbook-damaged", e);
        }
    }

    private static FileRefused refused(String code, Exception cause) {
        FileRefused refused = new FileRefused(code);
        refused.initCause(cause);
        return refused;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
