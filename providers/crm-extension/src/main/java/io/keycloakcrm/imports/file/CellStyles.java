package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number format of each cell style. */
final class CellStyles {

    private static final int MAX = 1 << 16;
    private static final int MAX_CODE = 255;

    private final Map<Integer, NumberFormat> custom = new HashMap<>();
    private final List<NumberFormat> byStyle = new ArrayList<>();

    /** Of a workbook that has none. */
    static CellStyles none() {
        return new CellStyles();
    }

    static CellStyles read(ZipParts parts, String name) throws FileRefused, IOException {
        CellStyles styles = new CellStyles();
        try (XmlPart xml = XmlPart.open(parts, name)) {
            boolean ofCells = false;
            while (xml.next() && !xml.ends("cellXfs")) {
                ofCells |= xml.starts("cellXfs");
                if (xml.starts("numFmt")) {
                    styles.define(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                } else if (ofCells && xml.starts("xf")) {
                    styles.add(xml.attribute("numFmtId"));
                }
            }
        }
        return styles;
    }

    private void define(@Nullable String id, @Nullable String code) throws FileRefused {
        if (id == null || code == null || code.length() > MAX_CODE || custom.size() == MAX) {
            throw XmlPart.damaged();
        }
        custom.put(CellReference.number(id), NumberFormat.custom(code));
    }

    private void add(@Nullable String id) throws FileRefused {
        if (byStyle.size() == MAX) {
            throw XmlPart.damaged();
        }
        int format = id == null ? 0 : CellReference.number(id);
        byStyle.add(custom.getOrDefault(format, NumberFormat.builtIn(format)));
    }

    /** The format of a style; of one that is not there, the plain one. */
    NumberFormat format(int style) {
        return style < byStyle.size() ? byStyle.get(style) : NumberFormat.PLAIN;
    }
}
