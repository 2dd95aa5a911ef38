package io.keycloakcrm.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) of the claim, for readers in other languages. */
public final class ClaimSchema {

    /** Lies beside this class. */
    public static final String RESOURCE = "crm-claim.schema.json";

    private ClaimSchema() {}

    public static String text() {
        try (InputStream schema = Objects.requireNonNull(ClaimSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
