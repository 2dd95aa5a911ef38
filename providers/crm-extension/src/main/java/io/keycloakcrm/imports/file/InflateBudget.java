package io.keycloakcrm.imports.file;

/** How many bytes of a workbook may still be unpacked. What its entries say about their size is not believed. */
final class InflateBudget {

    private long left;

    InflateBudget(long bytes) {
        left = bytes;
    }

    void spend(long bytes) throws WorkbookTooLarge {
        left -= bytes;
        if (left < 0) {
            throw new WorkbookTooLarge("parts");
        }
    }
}
