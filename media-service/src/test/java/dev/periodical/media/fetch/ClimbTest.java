package dev.periodical.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.FailureReason;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.RoundFailure;
import dev.periodical.media.plan.Rung;
import dev.periodical.outbound.FetchRefused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClimbTest {

    private static final String ORIGIN = "https://origin.example/a.png";
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Rung> RUNGS = List.of(
            new Rung(ORIGIN, null),
            new Rung(ORIGIN, "https://blog.example/"),
            new Rung("https://proxy.example/", null));

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "UNEXPECTED_STATUS", "NOT_AN_IMAGE", "PLACEHOLDER"})
    void wallThatARefererMayOpen_isTriedWithOne(FailureReason reason) {
        assertThat(failed(begin(0, null), reason).rung()).isEqualTo(RUNGS.get(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "TIMED_OUT", "SERVER_ERROR", "TLS_FAILED", "ADDRESS_NOT_PUBLIC", "TOO_LARGE"})
    void whatNoRefererChanges_skipsToTheNextAddress(FailureReason reason) {
        assertThat(failed(begin(0, null), reason).rung()).isEqualTo(RUNGS.get(2));
    }

    @Test
    void firstFailure_speaksForTheRound() {
        var climb = failed(failed(begin(0, null), FailureReason.NOT_FOUND), FailureReason.FORBIDDEN);

        assertThat(climb.overTheTop()).isTrue();
        assertThat(climb.failure().reason()).isEqualTo(FailureReason.NOT_FOUND);
        assertThat(climb.failure().url()).isEqualTo(ORIGIN);
        assertThat(climb.failure().mayHeal()).isFalse();
    }

    @Test
    void anyPassingFailure_makesTheRoundWorthRepeating() {
        var climb = failed(failed(begin(0, null), FailureReason.NOT_FOUND), FailureReason.TIMED_OUT);

        assertThat(climb.failure().mayHeal()).isTrue();
    }

    @Test
    void climbOnAnotherHost_remembersWhatFailedBelow() {
        var below = RoundFailure.first(ORIGIN, FailureReason.SERVER_ERROR, "HTTP 500");

        var climb = failed(begin(2, below), FailureReason.NOT_FOUND);

        assertThat(climb.overTheTop()).isTrue();
        assertThat(climb.failure()).isEqualTo(below);
    }

    @Test
    void everyAttempt_isKeptInOrder() {
        var climb = failed(failed(begin(0, null), FailureReason.FORBIDDEN), FailureReason.FORBIDDEN);

        assertThat(climb.attempts()).hasSize(2).allSatisfy(attempt -> {
            assertThat(attempt.url()).isEqualTo(ORIGIN);
            assertThat(attempt.reason()).isEqualTo(FailureReason.FORBIDDEN);
            assertThat(attempt.millis()).isEqualTo(1500);
        });
        assertThat(climb.attempts().get(1).referer()).isEqualTo("https://blog.example/");
    }

    @Test
    void whatStrangersSend_becomesOneShortLine() {
        var refused = new FetchRefused(FailureReason.TLS_FAILED, "a\u0000b\r\nc" + "x".repeat(1000));

        assertThat(refused.getMessage()).startsWith("a b cx").hasSizeLessThan(310);
    }

    private static Climb begin(int rung, RoundFailure failure) {
        return Climb.begin(
                new ClaimedPicture(
                        "ref",
                        ORIGIN,
                        List.of(),
                        null,
                        null,
                        "origin.example",
                        rung,
                        0,
                        failure,
                        null,
                        null,
                        Instant.EPOCH,
                        null),
                RUNGS);
    }

    private static Climb failed(Climb climb, FailureReason reason) {
        return climb.failed(new FetchRefused(reason, "why"), BEGAN, BEGAN.plusMillis(1500));
    }
}
