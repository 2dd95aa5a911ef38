package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final Ports ports = new Ports();

    @Test
    void takesTheWishedPortWhereItIsFree() throws IOException {
        int free = freePort();

        assertThat(ports.preferably(free)).isEqualTo(free);
    }

    @Test
    void movesToAFreePortWhereTheWishedOneIsBusy() throws IOException {
        try (var busy = listening()) {
            assertThat(ports.preferably(busy.getLocalPort())).isNotEqualTo(busy.getLocalPort());
        }
    }

    @Test
    void neverGivesOnePortTwice() throws IOException {
        int free = freePort();

        assertThat(ports.preferably(free)).isNotEqualTo(ports.preferably(free));
    }

    @Test
    void refusesABusyPortThatCannotMoveAndNamesTheOptionToChange() throws IOException {
        try (var busy = listening()) {
            int port = busy.getLocalPort();

            assertThatThrownBy(() -> ports.exactly(port))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + port + " is in use")
                    .hasMessageContaining("-Drun.port=");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = listening()) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listening() throws IOException {
        var socket = new ServerSocket();
        socket.bind(Ports.address(0));
        return socket;
    }
}
