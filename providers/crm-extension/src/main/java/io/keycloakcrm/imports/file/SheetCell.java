package io.keycloakcrm.imports.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A cell as the sheet holds it.
 *
 * @param type code of what {@code value} is
 * @param style number of its style
 * @param value its value, or what the formula last resulted in; empty if it has none
 * @param formula without the equals sign, empty if another cell holds it; null if it is none
 */
record SheetCell(
        String type, int style, String value, @Nullable String formula) {

    /**
     * Reads the cell that begins, up to its end.
     *
     * @param max characters of its texts; longer ones are cut, to a length above this
     */
    static SheetCell read(XmlPart xml, int max) throws FileRefused, IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        String formula = null;
        int own = xml.depth();
        while (xml.next() && xml.depth() >= own) {
            if (xml.starts("v")) {
                value = xml.text(max);
            } else if (xml.starts("is")) {
                value = RichText.read(xml, max);
            } else if (xml.starts("f")) {
                formula = xml.text(max);
            }
        }
        return new SheetCell(
                type == null ? "n" : type, style == null ? 0 : CellReference.number(style), value, formula);
    }
}
