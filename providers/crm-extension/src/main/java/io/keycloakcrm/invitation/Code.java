package io.keycloakcrm.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in a link: 256 bits by chance. Its hash alone is stored; without salt or stretching, because what has 256
 * bits cannot be guessed from it.
 */
public final class Code {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Code(String text) {
        this.text = text;
    }

    /** A new one. */
    static Code mint() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Code(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What stands in a link; empty if it cannot be a code. */
    public static Optional<Code> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Code(text)) : Optional.empty();
    }

    /** For the link, and for nothing else. */
    public String secret() {
        return text;
    }

    /** SHA-256 in hexadecimal. */
    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** A log line is soon written. */
    @Override
    public String toString() {
        return "Code";
    }
}
