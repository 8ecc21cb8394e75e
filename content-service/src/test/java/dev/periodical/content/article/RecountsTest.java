package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecountsTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger counted = new AtomicInteger();
    private final Recounts<String, Integer> recounts = new Recounts<>(now::get);

    @Test
    void fastCount_isCountedEachTime() {
        assertThat(ask(Duration.ofMillis(5))).isEqualTo(1);
        assertThat(ask(Duration.ofMillis(5))).isEqualTo(2);
    }

    @Test
    void longCount_isToldAgain_andRenewedBehindTheAsker() {
        assertThat(ask(Duration.ofMillis(200))).isEqualTo(1);
        assertThat(ask(Duration.ofMillis(200))).isEqualTo(1);
        assertThat(counted).hasValue(1);

        pass(Duration.ofSeconds(3));

        assertThat(ask(Duration.ofMillis(200))).as("the old one, at once").isEqualTo(1);
        assertThat(counted).hasValue(2);
        assertThat(ask(Duration.ofMillis(200))).isEqualTo(2);
    }

    @Test
    void afterAMinute_nothingOldIsTold() {
        ask(Duration.ofSeconds(2));

        pass(Duration.ofSeconds(61));

        assertThat(ask(Duration.ofSeconds(2))).isEqualTo(2);
    }

    @Test
    void whatTakesVeryLong_isToldForLonger() {
        ask(Duration.ofSeconds(15));

        pass(Duration.ofSeconds(130));
        assertThat(ask(Duration.ofSeconds(15))).isEqualTo(1);
        assertThat(counted).hasValue(1);
        pass(Duration.ofSeconds(200));
        assertThat(ask(Duration.ofSeconds(15))).isEqualTo(2);
    }

    @Test
    void whoeverAsksMeanwhile_getsTheSameCount() {
        List<UniEmitter<? super Integer>> begun = new ArrayList<>();
        Supplier<Uni<Integer>> count = () -> Uni.createFrom().emitter(begun::add);
        List<Integer> answers = new ArrayList<>();
        recounts.of("q", count).subscribe().with(answers::add);
        recounts.of("q", count).subscribe().with(answers::add);
        assertThat(begun).hasSize(1);

        begun.get(0).complete(7);

        assertThat(answers).containsExactly(7, 7);
        recounts.of("q", count).subscribe().with(answers::add);
        assertThat(begun).hasSize(2);
    }

    @Test
    void failedRecount_isToldToTheNextAsker() {
        ask(Duration.ofMillis(200));
        pass(Duration.ofSeconds(3));
        Supplier<Uni<Integer>> away = () -> Uni.createFrom().failure(new IllegalStateException("away"));

        assertThat(recounts.of("q", away).await().indefinitely()).isEqualTo(1);

        assertThatThrownBy(() -> recounts.of("q", away).await().indefinitely()).hasMessage("away");
    }

    private int ask(Duration takes) {
        return recounts.of(
                        "q",
                        () -> Uni.createFrom().item(() -> {
                            pass(takes);
                            return counted.incrementAndGet();
                        }))
                .await()
                .indefinitely();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
