package io.keycloakcrm.imports.file;

import java.io.IOException;

/** Text in pieces, each with a font of its own; what tells how to pronounce it is not part of it. */
final class RichText {

    private RichText() {}

    /**
     * The text of the element that begins.
     *
     * @param max characters; a longer text is cut, to a length above this
     */
    static String read(XmlPart xml, int max) throws FileRefused, IOException {
        StringBuilder text = new StringBuilder();
        int own = xml.depth();
        while (xml.next() && xml.depth() >= own) {
            if (xml.starts("rPh")) {
                skip(xml);
            } else if (xml.starts("t") && text.length() <= max) {
                text.append(xml.text(max - text.length()));
            }
        }
        return text.toString();
    }

    private static void skip(XmlPart xml) throws FileRefused, IOException {
        int own = xml.depth();
        boolean inside = true;
        while (inside) {
            inside = xml.next() && xml.depth() >= own;
        }
    }
}
