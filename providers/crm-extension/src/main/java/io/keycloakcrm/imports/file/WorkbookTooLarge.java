package io.keycloakcrm.imports.file;

import java.io.IOException;

/** More of a workbook was unpacked than its limits allow; passes through the XML parser as an I/O error. */
final class WorkbookTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    WorkbookTooLarge(String what) {
        super(what);
    }
}
