package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** A signed token, read without a look at its signature. */
public record Jwt(String compact) {

    public JsonNode header() {
        return part(0);
    }

    public JsonNode claims() {
        return part(1);
    }

    /** What the signature is of. */
    public String signed() {
        return compact.substring(0, compact.lastIndexOf('.'));
    }

    public byte[] signature() {
        return bytes(2);
    }

    private JsonNode part(int index) {
        try {
            return ApiResponse.JSON.readTree(bytes(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(int index) {
        return Base64.getUrlDecoder().decode(compact.split("\\.", -1)[index]);
    }
}
