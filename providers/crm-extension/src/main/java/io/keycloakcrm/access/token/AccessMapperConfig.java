package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.CrmClaim;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * How a mapper is set up.
 *
 * @param claimName may still be reserved, as realm files and older versions pass by the validation
 * @param maxClaimBytes of the claim's value as compact JSON
 */
record AccessMapperConfig(String claimName, int maxClaimBytes) {

    static final String CLAIM_NAME = OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME;
    static final String MAX_CLAIM_BYTES = "max-claim-bytes";

    static final AccessMapperConfig DEFAULTS = new AccessMapperConfig(CrmClaim.NAME, 4096);

    /** Below, hardly a claim fits even without its departments; above, no web server takes the header. */
    static final int LEAST_BYTES = 512;

    static final int MOST_BYTES = 65_536;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** What a mapper says; the default where it says nothing or, past the validation, nonsense. */
    static AccessMapperConfig of(ProtocolMapperModel mapper) {
        Map<String, String> config = mapper.getConfig();
        return new AccessMapperConfig(
                Objects.requireNonNullElse(config.get(CLAIM_NAME), DEFAULTS.claimName)
                        .strip(),
                bytes(config.get(MAX_CLAIM_BYTES)).orElse(DEFAULTS.maxClaimBytes));
    }

    /** Whether the claim may be written under this name. */
    boolean isAllowed() {
        return ReservedClaims.allow(claimName);
    }

    /** Nothing where the text is no number within the limits; the default where there is no text. */
    static Optional<Integer> bytes(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(DEFAULTS.maxClaimBytes);
        }
        return NUMBER.matcher(text.strip()).matches()
                ? Optional.of(Integer.valueOf(text.strip()))
                        .filter(bytes -> bytes >= LEAST_BYTES && bytes <= MOST_BYTES)
                : Optional.empty();
    }
}
