package dev.periodical.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.periodical.backing.PortTaken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void zeroEverywhere_givesDifferentFreePorts() throws Exception {
        PortPlan plan = PortPlan.settle(anyFree(), Map.of(), Set.of());

        assertThat(new HashSet<>(plan.ports().values()))
                .hasSameSizeAs(PortPlan.defaults().keySet());
        assertThat(plan.ports().values()).doesNotContain(0);
    }

    @Test
    void runningPart_decidesForTheRest() throws Exception {
        PortPlan first = PortPlan.settle(anyFree(), Map.of(), Set.of());

        PortPlan again = PortPlan.settle(Map.of("kafka", 0), first.ports(), Set.of("ingest"));

        assertThat(again.ports()).isEqualTo(first.ports());
    }

    @Test
    void otherPortThanTheRunningPart_isRefused() {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> PortPlan.settle(Map.of("kafka", 1234), Map.of("kafka", 4321), Set.of("kafka")))
                .withMessageContaining("4321")
                .withMessageContaining("stop it first");
    }

    @Test
    void takenPort_isNamed() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Map<String, Integer> asked = new LinkedHashMap<>(anyFree());
            asked.put("media", held.getLocalPort());

            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> PortPlan.settle(asked, Map.of(), Set.of()))
                    .withMessageContaining("port " + held.getLocalPort() + " for media is taken");
        }
    }

    @Test
    void samePortTwice_isRefused() throws Exception {
        int free = PortPlan.settle(anyFree(), Map.of(), Set.of()).of("ingest");
        Map<String, Integer> asked = new LinkedHashMap<>(anyFree());
        asked.put("ingest", free);
        asked.put("media", free);

        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> PortPlan.settle(asked, Map.of(), Set.of()))
                .withMessageContaining("asked for twice");
    }

    private static Map<String, Integer> anyFree() {
        Map<String, Integer> zeros = new LinkedHashMap<>();
        PortPlan.defaults().keySet().forEach(name -> zeros.put(name, 0));
        return zeros;
    }
}
