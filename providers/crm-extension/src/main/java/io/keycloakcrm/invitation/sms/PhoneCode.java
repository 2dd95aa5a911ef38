package io.keycloakcrm.invitation.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Six digits by chance, and how they are stored. A million is few: what protects them is that they end soon and after
 * five tries, the salt only keeps rows from being compared.
 *
 * @param digits for the message, and for nothing else
 */
record PhoneCode(String digits, String salt, String hash) {

    private static final int BOUND = 1_000_000;
    private static final int SALT_BYTES = 16;
    private static final Pattern NOT_DIGITS = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    static PhoneCode mint() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String digits = String.format("%06d", RANDOM.nextInt(BOUND));
        return new PhoneCode(digits, HexFormat.of().formatHex(salt), Digest.keyed(salt, digits));
    }

    /** Whether what was typed is the code of a row; takes the same time wherever they differ. */
    static boolean matches(String typed, String salt, String hash) {
        String digits = NOT_DIGITS.matcher(typed).replaceAll("");
        String typedHash = Digest.keyed(HexFormat.of().parseHex(salt), digits);
        return MessageDigest.isEqual(
                typedHash.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    // Records print all they hold, and a log line is soon written.
    @Override
    public String toString() {
        return "PhoneCode";
    }
}
