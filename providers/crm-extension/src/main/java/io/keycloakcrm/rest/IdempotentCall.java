package io.keycloakcrm.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;

/**
 * A creating call that its caller may repeat without making things twice, by the header {@code Idempotency-Key}: for a
 * day the same key with the same request by the same administrator answers what the first call made.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP
 *     Header Field</a>
 */
public final class IdempotentCall {

    private static final int MAX_KEY_CHARACTERS = 255;

    private static final long LIFE_MILLIS = Duration.ofDays(1).toMillis();

    private final AdminCall call;
    private final IdempotentCallRepository repository;
    private final IdempotentCallEntity.@Nullable Key id;
    private final String requestHash;

    /**
     * A call, repeatable if it has a key.
     *
     * @param key value of the header; null without one
     * @param request path and body, so that a key is not taken for another request
     * @throws org.keycloak.services.ErrorResponseException 400 if the key is empty or too long
     */
    public IdempotentCall(AdminCall call, @Nullable String key, String request) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY_CHARACTERS)) {
            throw Problem.badRequest("crm.rest.idempotency-key-invalid", String.valueOf(MAX_KEY_CHARACTERS));
        }
        this.call = call;
        this.repository = new IdempotentCallRepository(call.session());
        this.id = key == null
                ? null
                : new IdempotentCallEntity.Key(
                        call.realm().getId(), call.auth().adminAuth().getUser().getId(), key);
        this.requestHash = sha256(request);
    }

    /**
     * What an earlier call with this key made.
     *
     * @throws org.keycloak.services.ErrorResponseException 409 if that call asked for something else
     */
    public Optional<String> earlier() {
        if (id == null) {
            return Optional.empty();
        }
        repository.deleteOlder(call.realm().getId(), System.currentTimeMillis() - LIFE_MILLIS);
        Optional<IdempotentCallEntity> earlier = repository.find(id);
        earlier.filter(one -> !one.requestHash().equals(requestHash)).ifPresent(one -> {
            throw Problem.conflict("crm.rest.idempotency-key-reused");
        });
        return earlier.map(IdempotentCallEntity::resourceId);
    }

    /**
     * Remembers what this call made.
     *
     * @throws org.keycloak.services.ErrorResponseException 409 if the same call is under way; nothing is made then
     */
    public void made(String resourceId) {
        if (id == null) {
            return;
        }
        try {
            repository.add(new IdempotentCallEntity(id, requestHash, resourceId, System.currentTimeMillis()));
        } catch (ModelDuplicateException underWay) {
            call.session().getTransactionManager().setRollbackOnly();
            throw Problem.conflict("crm.rest.idempotent-call-under-way");
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
