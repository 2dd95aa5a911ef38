package io.keycloakcrm.imports.job;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One part of a file.
 *
 * @param content at most {@link PartPlan#MAX_PART_BYTES}
 * @param sha256 hexadecimal, lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; lives between request and insert
public record Part(byte[] content, String sha256) {

    public static Part of(byte[] content) {
        return new Part(content, Sha256.of(content));
    }

    /** Whether the content has the digest that its sender states. */
    public boolean hasDigest(byte[] stated) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), stated);
    }
}
