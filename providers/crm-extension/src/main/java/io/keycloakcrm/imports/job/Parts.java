package io.keycloakcrm.imports.job;

import java.io.IOException;
import java.io.InputStream;

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
            repository.insert(importId, number, Sha256.of(part), part);
            part = content.readNBytes(PART_BYTES);
        }
    }
}
