package io.keycloakcrm.imports.file;

/** Reads bytes as characters of two bytes and counts the everyday ones. */
final class PairTally {

    private final int firstLead;
    private final int lastLead;
    private final int firstTrail;
    private int lead;
    private long everyday;
    private long other;

    /** The block of everyday characters: from the first to the last lead byte, trail bytes from {@code firstTrail}. */
    PairTally(int firstLead, int lastLead, int firstTrail) {
        this.firstLead = firstLead;
        this.lastLead = lastLead;
        this.firstTrail = firstTrail;
    }

    void add(int b) {
        if (lead == 0) {
            lead = b >= 0x80 ? b : 0;
            return;
        }
        if (lead >= firstLead && lead <= lastLead && b >= firstTrail) {
            everyday++;
        } else if (!isPunctuation(b)) {
            other++;
        }
        lead = 0;
    }

    /** Full-width punctuation stands in the same rows of both charsets and tells nothing. */
    private boolean isPunctuation(int trail) {
        return lead >= 0xA1 && lead <= 0xA3 && trail >= 0x40;
    }

    double everydayShare() {
        return everyday + other == 0 ? 0 : (double) everyday / (everyday + other);
    }
}
