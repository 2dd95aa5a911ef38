package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a node listens on the loopback address.
 *
 * @param cluster where the other nodes reach it
 */
record Ports(int http, int management, int cluster) {

    static Ports free() {
        return new Ports(freePort(), freePort(), freePort());
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
