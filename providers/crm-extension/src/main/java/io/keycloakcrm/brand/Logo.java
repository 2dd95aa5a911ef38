package io.keycloakcrm.brand;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An image that is kept in the realm's attributes, written as a {@code data:} address of RFC 2397 in Base64. */
final class Logo {

    /** Bytes of the image; the realm is read by every request. */
    static final int MAX_BYTES = 32 * 1024;

    private static final Pattern DATA = Pattern.compile("data:(image/[a-z+]{1,20});base64,([A-Za-z0-9+/]+={0,2})");
    private static final Set<String> KINDS =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml");

    private final String mediaType;
    private final byte[] image;

    private Logo(String mediaType, byte[] image) {
        this.mediaType = mediaType;
        this.image = image;
    }

    static Optional<Logo> parse(String text) {
        // A third more than the bytes, and the words before; saves the pattern from long texts.
        if (text.length() > MAX_BYTES / 3 * 4 + 64) {
            return Optional.empty();
        }
        Matcher data = DATA.matcher(text);
        if (!data.matches() || !KINDS.contains(data.group(1)) || data.group(2).length() % 4 != 0) {
            return Optional.empty();
        }
        byte[] image = Base64.getDecoder().decode(data.group(2));
        return image.length > MAX_BYTES ? Optional.empty() : Optional.of(new Logo(data.group(1), image));
    }

    String mediaType() {
        return mediaType;
    }

    byte[] image() {
        return image.clone();
    }
}
