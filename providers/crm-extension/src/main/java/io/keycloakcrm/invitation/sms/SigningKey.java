package io.keycloakcrm.invitation.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what goes out as Standard Webhooks do: HMAC-SHA256 over id, time and body. */
final class SigningKey {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int LEAST_CHARACTERS = 32;

    private final byte[] key;

    private SigningKey(byte[] key) {
        this.key = key;
    }

    /**
     * As it is configured.
     *
     * @param secret {@code whsec_} and 24 bytes or more in base64, or any text of 32 characters or more
     * @throws IllegalArgumentException if it could be guessed; does not quote it
     */
    static SigningKey of(String secret) {
        byte[] key = secret.startsWith(PREFIX)
                ? decoded(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        if (key.length < (secret.startsWith(PREFIX) ? LEAST_BYTES : LEAST_CHARACTERS)) {
            throw new IllegalArgumentException("the secret of an SMS gateway is too short");
        }
        return new SigningKey(key);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("the secret of an SMS gateway is not base64 after " + PREFIX);
        }
    }

    /** The value of {@code webhook-signature}. */
    String sign(String id, long timestampSeconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = (id + "." + timestampSeconds + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
