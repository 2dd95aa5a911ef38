package io.keycloakcrm.imports.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, as no program writes them. */
final class RawWorkbook {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    RawWorkbook() {
        part("[Content_Types].xml", "<Types/>");
        part(
                WORKBOOK,
                "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>"
                        .formatted(MAIN, OFFICE));
        part(
                RELATIONSHIPS,
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/>"
                                .formatted(OFFICE)
                        + "<Relationship Id='rId2' Type='%s/sharedStrings' Target='/xl/sharedStrings.xml'/>"
                                .formatted(OFFICE)
                        + "<Relationship Id='rId3' Type='%s/styles' Target='../xl/styles.xml'/>".formatted(OFFICE)
                        + "</Relationships>");
        part(STRINGS, "<sst xmlns='%s'><si><t>shared</t></si></sst>".formatted(MAIN));
        part(STYLES, "<styleSheet xmlns='%s'><cellXfs><xf numFmtId='0'/></cellXfs></styleSheet>".formatted(MAIN));
    }

    RawWorkbook part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RawWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    RawWorkbook edit(String name, String from, String to) {
        String xml = new String(parts.get(name), StandardCharsets.UTF_8);
        return part(name, xml.replace(from, to));
    }

    RawWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    /** The rows of the sheet, as XML. */
    RawWorkbook rows(String rows) {
        return part(SHEET, "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    }

    /** A header of the letters A to C and the cells of a second row, as XML. */
    RawWorkbook cells(String cells) {
        return rows(row(1, "A", "B", "C") + "<row r='2'>" + cells + "</row>");
    }

    static String row(int number, String... cells) {
        StringBuilder xml = new StringBuilder("<row r='" + number + "'>");
        for (String cell : cells) {
            xml.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    TestFile file() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return new TestFile(bytes.toByteArray());
    }
}
