package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workbook as XML, read forwards. Declarations of a document type and entities are refused, not skipped;
 * depth and number of different names are bounded, because the parser keeps both in memory.
 */
final class XmlPart implements Closeable {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAMES = 500;
    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/relationships");

    private final PartStream bytes;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int event;
    private int depth;

    private XmlPart(PartStream bytes) throws IOException, XMLStreamException {
        // The platform's own parser: which other one is on the class path must not decide about safety.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        this.bytes = bytes;
        this.xml = factory.createXMLStreamReader(PartText.of(bytes));
    }

    static XmlPart open(ZipParts parts, String name) throws FileRefused, IOException {
        PartStream bytes = parts.read(name);
        boolean opened = false;
        try {
            XmlPart part = new XmlPart(bytes);
            opened = true;
            return part;
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw refusal(new XMLStreamException(e));
        } finally {
            if (!opened) {
                bytes.close();
            }
        }
    }

    /** Goes on to the next token; false at the end of the document. */
    boolean next() throws FileRefused, IOException {
        bytes.beginToken();
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> meet(xml.getPITarget());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw damaged();
            default -> {}
        }
        return true;
    }

    private void begin() throws FileRefused {
        if (++depth > MAX_DEPTH) {
            throw damaged();
        }
        meet(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            meet(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            meet(xml.getNamespacePrefix(i));
            meet(xml.getNamespaceURI(i));
        }
    }

    private void meet(@Nullable String name) throws FileRefused {
        if (name != null && names.add(name) && names.size() > MAX_NAMES) {
            throw damaged();
        }
    }

    /** How many elements are open, one that just begins included and one that just ended not. */
    int depth() {
        return depth;
    }

    boolean starts(String name) {
        return event == XMLStreamConstants.START_ELEMENT && is(name);
    }

    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && is(name);
    }

    private boolean is(String name) {
        String namespace = xml.getNamespaceURI();
        return name.equals(xml.getLocalName()) && namespace != null && NAMESPACES.contains(namespace);
    }

    /** An attribute without namespace of the element that begins; null if it has none. */
    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue("", name);
    }

    /** The relationship that the element names by {@code r:id}; null if none. */
    @Nullable
    String relationship() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id")
                    && namespace != null
                    && namespace.endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * The text of the element that begins, up to its end, without that of elements in it.
     *
     * @param max characters; a longer text is cut, to a length above this
     */
    String text(int max) throws FileRefused, IOException {
        StringBuilder text = new StringBuilder();
        int own = depth;
        while (next() && depth >= own) {
            boolean isText = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (isText && depth == own) {
                // One more for the excess to be seen, and one that may be half of a character.
                int length = Math.min(xml.getTextLength(), max + 2 - text.length());
                text.append(xml.getTextCharacters(), xml.getTextStart(), length);
            }
        }
        if (text.length() == max + 2 && Character.isHighSurrogate(text.charAt(max + 1))) {
            text.setLength(max + 1);
        }
        return text.toString();
    }

    static FileRefused damaged() {
        return new FileRefused("crm.import.workbook-damaged");
    }

    private static FileRefused refusal(XMLStreamException e) throws IOException {
        Throwable cause = e.getNestedException();
        boolean tooLarge = cause instanceof WorkbookTooLarge;
        if (cause instanceof IOException problem && !tooLarge && !isDamage(problem)) {
            throw problem;
        }
        FileRefused refused = tooLarge ? new FileRefused("crm.import.workbook-too-large") : damaged();
        refused.initCause(e);
        return refused;
    }

    private static boolean isDamage(IOException problem) {
        return problem instanceof ZipException
                || problem instanceof EOFException
                || problem instanceof CharacterCodingException;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
