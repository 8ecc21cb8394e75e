package dev.periodical.content.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private final Patience patience = new Patience(Duration.ofSeconds(10), new Random(1));

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 40", "3, 160", "4, 640", "8, 43200", "60, 43200"})
    void wait_growsFourfold_upToTwelveHours_aFifthMoreOrLess(int attempts, long seconds) {
        for (int i = 0; i < 100; i++) {
            assertThat(patience.after(attempts, null))
                    .isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
        }
        assertThat(patience.after(attempts, null)).isNotEqualTo(patience.after(attempts, null));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "5, 160", "6, 300", "100, 300"})
    void rest_growsTwofold_upToFiveMinutes(int failures, long seconds) {
        assertThat(patience.rest(failures, null)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void receiversWish_isGranted_upToADay() {
        assertThat(patience.after(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(patience.rest(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(patience.after(1, Duration.ofDays(30))).isEqualTo(Duration.ofHours(24));
        assertThat(patience.after(3, Duration.ZERO)).isGreaterThan(Duration.ofMinutes(2));
    }
}
