package dev.periodical.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "120|120", " 7 |7", "Sat, 31 Jan 2026 12:00:30 GMT|30", "Sat, 31 Jan 2026 11:00:00 GMT|0"})
    void retryAfter_isReadAsSecondsOrDate(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999", "Sat, 31 Foo 2026 12:00:30 GMT"})
    void retryAfterThatSaysNothing_isNone(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
