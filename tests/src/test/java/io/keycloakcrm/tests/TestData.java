package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files of the class path, byte by byte. */
final class TestData {

    private TestData() {}

    static byte[] bytes(String path) {
        try (InputStream file = TestData.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(bytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
