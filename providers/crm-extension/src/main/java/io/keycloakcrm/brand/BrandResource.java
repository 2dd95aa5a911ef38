package io.keycloakcrm.brand;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Base64Url;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.RealmModel;

/** Colours and logo of a realm, as its pages load them. Everybody may see them, signed in or not. */
final class BrandResource {

    private static final int MAX_AGE_SECONDS = 300;

    private final RealmModel realm;
    private final UriInfo uri;

    BrandResource(RealmModel realm, UriInfo uri) {
        this.realm = realm;
        this.uri = uri;
    }

    /** A realm without a colour of its own keeps the theme's. */
    @GET
    @Path("style.css")
    @Produces("text/css;charset=utf-8")
    public Response style(@Context Request request) {
        byte[] css = new BrandStyle(Brand.of(realm), logoPath()).css().getBytes(StandardCharsets.UTF_8);
        return cached(request, "text/css;charset=utf-8", css);
    }

    private String logoPath() {
        return uri.getBaseUriBuilder()
                .path("realms/{realm}/crm/brand/logo")
                .build(realm.getName())
                .getRawPath();
    }

    /** Only of realms that keep their logo themselves. */
    @GET
    @Path("logo")
    public Response logo(@Context Request request) {
        Logo logo = Brand.of(realm).logo().flatMap(Logo::parse).orElseThrow(NotFoundException::new);
        return cached(request, logo.mediaType(), logo.image());
    }

    private static Response cached(Request request, String mediaType, byte[] content) {
        var cache = new CacheControl();
        cache.setMaxAge(MAX_AGE_SECONDS);
        EntityTag tag = new EntityTag(Base64Url.encode(HashUtils.hash(JavaAlgorithm.SHA256, content)));
        Response.@Nullable ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(content, mediaType);
        }
        // An SVG opened by itself is a page of this server: it gets no script, and nothing else to work with.
        return answer.cacheControl(cache)
                .tag(tag)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
