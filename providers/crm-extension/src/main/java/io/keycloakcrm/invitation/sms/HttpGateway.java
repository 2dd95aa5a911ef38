package io.keycloakcrm.invitation.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;

/**
 * Where text messages are posted to.
 *
 * @param secret key of the signature as it was configured, or the name of one in the vault
 */
record HttpGateway(URI url, String secret, Duration timeout) {

    static final int DEFAULT_TIMEOUT_MILLIS = 5_000;

    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]+}");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    HttpGateway {
        boolean here = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
        if (url.getHost() == null || !("https".equals(url.getScheme()) || (here && "http".equals(url.getScheme())))) {
            throw new IllegalArgumentException("the url of an SMS gateway has to be https, or http to this machine");
        }
        if (!inVault(secret)) {
            SigningKey.of(secret);
        }
        if (timeout.toMillis() < 100 || timeout.toMillis() > 60_000) {
            throw new IllegalArgumentException("timeout-millis must be 100 to 60000");
        }
    }

    /** Null where no gateway is configured. */
    static @Nullable HttpGateway from(Config.Scope config) {
        @Nullable String url = config.get("url");
        if (url == null || url.isBlank()) {
            return null;
        }
        @Nullable String secret = config.get("secret");
        return new HttpGateway(
                URI.create(url),
                secret == null ? "" : secret,
                Duration.ofMillis(config.getInt("timeout-millis", DEFAULT_TIMEOUT_MILLIS)));
    }

    /** Whether a secret is the name of one. */
    static boolean inVault(String secret) {
        return VAULT.matcher(secret).matches();
    }

    // Records print all they hold.
    @Override
    public String toString() {
        return "HttpGateway[" + url.getHost() + "]";
    }
}
