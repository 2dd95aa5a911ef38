package io.keycloakcrm.imports.job;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Cuts an uploaded file into parts that fit any database's packet size. */
final class Parts {

    static final int PART_BYTES = 4 * 1024 * 1024;

    private final PartRepository repository;

    Parts(PartRepository repository) {
        this.repository = repository;
    }

    void store(String importId, InputStream content) throws IOException {
        byte[] part = content.readNBytes(PART_BYTES);
        for (int number = 0; part.length > 0; number++) {
            repository.insert(importId, number, sha256(part), part);
            part = content.readNBytes(PART_BYTES);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
