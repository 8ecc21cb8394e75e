package dev.periodical.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortHolderTest {

    @Test
    void listeningPort_isHeldByItsProcess() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")));
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            assertThat(PortHolder.of(held.getLocalPort()))
                    .hasValueSatisfying(holder -> assertThat(holder.pid())
                            .isEqualTo(ProcessHandle.current().pid()));
        }
    }

    @Test
    void otherSystems_knowNoHolder(@TempDir Path empty) {
        assertThat(PortHolder.of(empty, 9092)).isEmpty();
    }
}
