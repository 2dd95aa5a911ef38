package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mozilla.universalchardet.Constants;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells GB18030, Big5 and single-byte Latin text apart. All three accept nearly every sequence of bytes, so what counts
 * is whether the characters are everyday ones: both Chinese charsets keep those in a block of their own.
 */
final class DoubleByteTally {

    /** Traditional characters in GBK, the least everyday case there is, reach one half. */
    private static final double MIN_EVERYDAY_SHARE = 0.4;

    private static final double CLEAR_DIFFERENCE = 0.1;

    private final PairTally gb = new PairTally(0xB0, 0xD7, 0xA1);
    private final PairTally big5 = new PairTally(0xA4, 0xC6, 0x40);
    private final UniversalDetector detector = new UniversalDetector();
    private int previous;
    private long runs;
    private long runsAfterLetter;
    private long adjacent;
    private long high;

    static DoubleByteTally of(FileSource source) throws IOException {
        DoubleByteTally tally = new DoubleByteTally();
        byte[] buffer = new byte[8192];
        try (InputStream stream = source.open()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                tally.add(buffer, count);
            }
        }
        tally.detector.dataEnd();
        return tally;
    }

    private void add(byte[] buffer, int count) {
        if (!detector.isDone()) {
            detector.handleData(buffer, 0, count);
        }
        for (int i = 0; i < count; i++) {
            add(Byte.toUnsignedInt(buffer[i]));
        }
    }

    private void add(int b) {
        gb.add(b);
        big5.add(b);
        if (b >= 0x80) {
            high++;
            if (previous >= 0x80) {
                adjacent++;
            } else {
                runs++;
                runsAfterLetter += Character.isLetter(previous) ? 1 : 0;
            }
        }
        previous = b;
    }

    /** Whether what is not ASCII mostly follows an ASCII letter, as in European names. */
    boolean standInWords() {
        return runsAfterLetter * 2 > runs;
    }

    /** {@code GB18030} or {@code Big5}; empty if the text is neither. */
    Optional<String> charset() {
        double everydayGb = gb.everydayShare();
        double everydayBig5 = big5.everydayShare();
        // Accented letters stand alone among ASCII ones; Chinese characters are pairs and come in runs.
        if (adjacent * 5 < high || Math.max(everydayGb, everydayBig5) < MIN_EVERYDAY_SHARE) {
            return Optional.empty();
        }
        boolean isBig5 = Math.abs(everydayGb - everydayBig5) > CLEAR_DIFFERENCE
                ? everydayBig5 > everydayGb
                : Constants.CHARSET_BIG5.equals(detector.getDetectedCharset());
        return Optional.of(isBig5 ? TextCharset.BIG5 : "GB18030");
    }
}
