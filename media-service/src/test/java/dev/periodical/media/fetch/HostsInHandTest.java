package dev.periodical.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        hosts.take("a.example");

        assertThat(hosts.awaitNone(Duration.ofMillis(20))).isFalse();
        assertThat(hosts.names()).containsExactly("a.example");
    }

    @Test
    void lastHostGivenBack_endsTheWait() throws InterruptedException {
        hosts.take("a.example");
        hosts.take("b.example");
        hosts.giveBack("a.example");

        CompletableFuture.runAsync(() -> hosts.giveBack("b.example"));

        assertThat(hosts.awaitNone(Duration.ofSeconds(30))).isTrue();
        assertThat(hosts.count()).isZero();
    }
}
