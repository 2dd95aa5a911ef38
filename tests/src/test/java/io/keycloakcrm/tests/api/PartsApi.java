package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * One upload in parts.
 *
 * @param content the whole file
 * @param partBytes size of all parts but the last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PartsApi(ImportApi job, byte[] content, int partBytes) {

    /** Begins an upload in parts of the size that the server proposes. */
    public static PartsApi begun(RealmApi realm, String fileName, byte[] content) {
        return begun(realm, content, Map.of("fileName", fileName, "bytes", content.length));
    }

    public static PartsApi begun(RealmApi realm, byte[] content, Map<String, ?> request) {
        JsonNode job = realm.post("crm/imports", request).expect(201).json();
        return new PartsApi(
                new ImportApi(realm, job.path("id").asText()),
                content,
                job.path("upload").path("partBytes").asInt());
    }

    public ApiResponse put(int number) {
        return put(number, part(number));
    }

    /** Sends something as that part. */
    public ApiResponse put(int number, byte[] part) {
        return put(number, part, digest(part));
    }

    public ApiResponse put(int number, byte[] part, String contentDigest) {
        RealmApi realm = job.realm();
        return realm.client().putBytes(realm.path(job.path("parts/" + number)), part, contentDigest);
    }

    public byte[] part(int number) {
        return Arrays.copyOfRange(content, number * partBytes, Math.min(content.length, (number + 1) * partBytes));
    }

    public ApiResponse analyse() {
        return job.realm().post(job.path("analysis"), Map.of());
    }

    /** {@code Content-Digest} as in RFC 9530. */
    public static String digest(byte[] part) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(part)) + ":";
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
