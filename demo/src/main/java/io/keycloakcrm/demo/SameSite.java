package io.keycloakcrm.demo;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may talk to a server on the loopback interface: whoever addresses it by a loopback name and, to change something, comes
 * from its own pages or from no page at all. Else any web site open in the same browser could read or empty the inbox (DNS
 * rebinding, cross-site form).
 */
final class SameSite {

    private SameSite() {}

    static boolean allows(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        var headers = exchange.getRequestHeaders();
        return allows(port, exchange.getRequestMethod(), headers.getFirst("Host"), headers.getFirst("Origin"));
    }

    static boolean allows(int port, String method, @Nullable String host, @Nullable String origin) {
        Set<String> names = Set.of("127.0.0.1:" + port, "localhost:" + port);
        if (host == null || !names.contains(host)) {
            return false;
        }
        return method.equals("GET") || origin == null || origin.equals("http://" + host);
    }
}
