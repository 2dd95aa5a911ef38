package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.ClaimSchema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The JSON Schema of the claim; public, and the same for every realm. */
final class ClaimSchemaResource {

    @GET
    @Path("schema")
    @Produces("application/schema+json")
    public String get() {
        return ClaimSchema.text();
    }
}
