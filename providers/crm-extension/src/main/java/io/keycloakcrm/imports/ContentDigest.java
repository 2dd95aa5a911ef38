package io.keycloakcrm.imports;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SHA-256 in a header {@code Content-Digest: sha-256=:…:}, RFC 9530; other algorithms beside it are passed over. */
final class ContentDigest {

    static final String HEADER = "Content-Digest";

    private static final int SHA256_BYTES = 32;

    /** A byte sequence of RFC 8941; keys of its dictionaries are lower case. */
    private static final Pattern SHA256 = Pattern.compile("(?:^|,)[ \\t]*sha-256=:([A-Za-z0-9+/]*={0,2}):");

    private ContentDigest() {}

    /** Empty if the header is missing or states no SHA-256. */
    static Optional<byte[]> sha256(@Nullable String header) {
        Matcher found = SHA256.matcher(header == null ? "" : header);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(found.group(1)))
                    .filter(bytes -> bytes.length == SHA256_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
