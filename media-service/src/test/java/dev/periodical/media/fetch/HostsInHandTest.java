package dev.periodical.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HostsInHandTest {

    private final HostsInHand hosts = new HostsInHand();

    @Test
    void nothingInHand_isNotWaitedFor() throws InterruptedException {
        assertThat(hosts.awaitNone(Duration.ZERO)).isTrue();
    }

    @Test
    void hostThatIsNotGivenBack_isWaitedForSoLongAndNoLonger() throws InterruptedException {
        hosts.take(turn("a.example"));

        assertThat(hosts.awaitNone(Duration.ofMillis(20))).isFalse();
        assertThat(hosts.names()).containsExactly("a.example");
    }

    @Test
    void lastHostGivenBack_endsTheWait() throws InterruptedException {
        hosts.take(turn("a.example"));
        hosts.take(turn("b.example"));
        hosts.giveBack("a.example");

        CompletableFuture.runAsync(() -> hosts.giveBack("b.example"));

        assertThat(hosts.awaitNone(Duration.ofSeconds(30))).isTrue();
        assertThat(hosts.count()).isZero();
    }

    @Test
    void hostThatAnotherHas_beginsNothingMore() {
        var kept = turn("a.example");
        var lost = turn("b.example");
        hosts.take(kept);
        hosts.take(lost);

        hosts.lost(List.of("a.example", "b.example"), List.of("a.example"));

        assertThat(kept.open()).isTrue();
        assertThat(lost.open()).isFalse();
    }

    private static HostTurn turn(String host) {
        return Turns.of(host, 0);
    }
}
