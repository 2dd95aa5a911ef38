package io.keycloakcrm.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;

/** The loopback ports of one run. A port is free if it can be bound now and was not given out before. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private final Set<Integer> given = new HashSet<>();

    /** {@code port} itself: people have its number in their bookmarks and scripts. */
    int exactly(int port) {
        if (!isFree(port)) {
            throw new CannotStart(
                    "Port %d is in use. Stop the program that holds it, or choose another port: -Drun.port=%d"
                            .formatted(port, port == 65_535 ? 8081 : port + 1));
        }
        given.add(port);
        return port;
    }

    /** {@code port} if it is free, else any that is. */
    int preferably(int port) {
        int chosen = isFree(port) ? port : anyFree();
        given.add(chosen);
        return chosen;
    }

    /** The same interface by address, so that no name service is asked. */
    static InetSocketAddress address(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
    }

    private boolean isFree(int port) {
        if (given.contains(port)) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(address(port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private int anyFree() {
        try (var socket = new ServerSocket()) {
            socket.bind(address(0));
            int port = socket.getLocalPort();
            return given.contains(port) ? anyFree() : port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
