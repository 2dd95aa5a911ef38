package io.keycloakcrm.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The description of the API; the same for every realm. */
final class OpenApiResource {

    static final String FILE = "/io/keycloakcrm/openapi.yaml";

    @GET
    @Produces("application/yaml;charset=utf-8")
    public String get() throws IOException {
        try (InputStream file = Objects.requireNonNull(OpenApiResource.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
