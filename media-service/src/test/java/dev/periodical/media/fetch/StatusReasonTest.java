package dev.periodical.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.FailureReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReasonTest {

    @ParameterizedTest
    @CsvSource({
        "404,NOT_FOUND",
        "410,NOT_FOUND",
        "401,FORBIDDEN",
        "403,FORBIDDEN",
        "451,FORBIDDEN",
        "429,RATE_LIMITED",
        "408,TIMED_OUT",
        "425,TIMED_OUT",
        "500,SERVER_ERROR",
        "503,SERVER_ERROR",
        "599,SERVER_ERROR",
        "206,UNEXPECTED_STATUS",
        "304,UNEXPECTED_STATUS",
        "400,UNEXPECTED_STATUS",
        "418,UNEXPECTED_STATUS"
    })
    void status_hasOneReason(int status, FailureReason reason) {
        assertThat(StatusReason.of(status)).isEqualTo(reason);
    }
}
