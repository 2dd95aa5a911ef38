package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook says about its sheets.
 *
 * @param part the first sheet of cells that a person sees
 * @param from1904 whether its days are counted from 1904, as on early Macintoshes
 */
record SheetChoice(String part, boolean from1904) {

    private static final Set<String> TRUE = Set.of("1", "true");

    static SheetChoice read(ZipParts parts, Relationships relationships) throws FileRefused, IOException {
        boolean from1904 = false;
        try (XmlPart xml = XmlPart.open(parts, ZipParts.WORKBOOK)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    from1904 = flag != null && TRUE.contains(flag);
                } else if (xml.starts("sheet") && isVisible(xml.attribute("state"))) {
                    Optional<String> part = relationships.part(xml.relationship(), "worksheet");
                    if (part.isPresent()) {
                        return new SheetChoice(part.get(), from1904);
                    }
                }
            }
        }
        throw new FileRefused("crm.import.workbook-no-sheet");
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }
}
