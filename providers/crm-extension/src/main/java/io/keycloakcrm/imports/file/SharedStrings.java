package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number, one behind the other in a single array: 200,000 objects weigh more. */
final class SharedStrings {

    private byte[] texts = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    /** Of a workbook that has none. */
    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(ZipParts parts, String name, FileLimits limits) throws FileRefused, IOException {
        SharedStrings strings = new SharedStrings();
        try (XmlPart xml = XmlPart.open(parts, name)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    if (strings.count == limits.workbook().maxSharedStrings()) {
                        throw new FileRefused("crm.import.workbook-too-large");
                    }
                    strings.add(RichText.read(xml, limits.maxCellCharacters()));
                }
            }
        }
        return strings;
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int begin = count == 0 ? 0 : ends[count - 1];
        int end = Math.addExact(begin, bytes.length);
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(end, texts.length + (texts.length >> 1)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(bytes, 0, texts, begin, bytes.length);
        ends[count++] = end;
    }

    /** The text with this number, from 0; null if there is none. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int begin = index == 0 ? 0 : ends[index - 1];
        return new String(texts, begin, ends[index] - begin, StandardCharsets.UTF_8);
    }
}
