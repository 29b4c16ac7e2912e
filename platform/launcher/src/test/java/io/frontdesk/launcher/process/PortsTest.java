package io.frontdesk.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesWhoListens() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.free(server.getLocalPort())).isFalse();
            assertThat(Ports.owner(server.getLocalPort())).contains(ProcessHandle.current());
            assertThat(Ports.ownerName(server.getLocalPort()))
                    .contains(String.valueOf(ProcessHandle.current().pid()))
                    .contains("java");
        }
    }

    @Test
    void findsAPortFreeAgain() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThat(Ports.free(port)).isTrue();
        assertThat(Ports.owner(port)).isEmpty();
    }
}
