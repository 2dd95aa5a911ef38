package io.keycloakcrm.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * A failure with a stable code, answered in the shape of Keycloak's own administrative errors ({@link
 * ErrorRepresentation}): the code in {@code errorMessage}, its text in the caller's language first in {@code params},
 * followed by the values the text speaks of.
 *
 * <p>Codes read {@code crm.<room>.<what>}, are part of the API and never change their meaning; their texts are messages
 * of the same key in zh-CN, zh-TW and en.
 */
public final class Problem {

    /** RFC 4918, section 11.5; unknown to {@link Response.Status}. */
    private static final int INSUFFICIENT_STORAGE = 507;

    private Problem() {}

    /** 400: the request cannot be understood or breaks a rule. */
    public static ErrorResponseException badRequest(String code, @Nullable Object... params) {
        return of(Response.Status.BAD_REQUEST, null, code, params);
    }

    /** 400, pointing at one field of the request. */
    public static ErrorResponseException badField(@Nullable String field, String code, @Nullable Object... params) {
        return of(Response.Status.BAD_REQUEST, field, code, params);
    }

    /** 403: authenticated, but may not do this. */
    public static ErrorResponseException forbidden(String code, @Nullable Object... params) {
        return of(Response.Status.FORBIDDEN, null, code, params);
    }

    /** 404; only for callers who may view, else 403. The same for an id of another realm as for an unknown one. */
    public static ErrorResponseException notFound(String code, @Nullable Object... params) {
        return of(Response.Status.NOT_FOUND, null, code, params);
    }

    /** 409: right in itself, but the present state does not allow it. */
    public static ErrorResponseException conflict(String code, @Nullable Object... params) {
        return of(Response.Status.CONFLICT, null, code, params);
    }

    /** 409, pointing at the field whose value somebody else has. */
    public static ErrorResponseException conflictingField(
            @Nullable String field, String code, @Nullable Object... params) {
        return of(Response.Status.CONFLICT, field, code, params);
    }

    /** 429: right in itself, but not so soon again. */
    public static ErrorResponseException tooMany(String code, @Nullable Object... params) {
        return of(Response.Status.TOO_MANY_REQUESTS, null, code, params);
    }

    /** 413: more than the server is set to accept. */
    public static ErrorResponseException tooLarge(String code, @Nullable Object... params) {
        return of(Response.Status.REQUEST_ENTITY_TOO_LARGE, null, code, params);
    }

    /** 507: the server has no room left for what was sent; nothing of it is kept, and the same request may be repeated. */
    public static ErrorResponseException storageFull(String code, @Nullable Object... params) {
        return answer(INSUFFICIENT_STORAGE, body(null, code, params));
    }

    /** 400 with several errors at once, each with its own field, code and parameters. */
    public static ErrorResponseException badFields(List<ErrorRepresentation> errors) {
        var body = new ErrorRepresentation();
        body.setErrors(errors);
        return answer(Response.Status.BAD_REQUEST.getStatusCode(), body);
    }

    private static ErrorResponseException of(
            Response.Status status, @Nullable String field, String code, @Nullable Object... params) {
        ErrorRepresentation body = body(field, code, params);
        return answer(status.getStatusCode(), body);
    }

    private static ErrorResponseException answer(int status, ErrorRepresentation body) {
        // Keycloak's security headers refuse a response with a body and no media type.
        return new ErrorResponseException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build());
    }

    /** One entry of {@link #badFields}. */
    public static ErrorRepresentation body(@Nullable String field, String code, @Nullable Object... params) {
        // Background work has no request; what it cannot do ends in a log, which is English.
        @Nullable KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        Messages messages = session == null ? Messages.of("en") : Messages.of(session);
        Object[] textAndParams = new Object[params.length + 1];
        textAndParams[0] = messages.text(code, params);
        System.arraycopy(params, 0, textAndParams, 1, params.length);
        return new ErrorRepresentation(field, code, textAndParams);
    }
}
