package dev.periodical.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.FailureReason;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.Route;
import dev.periodical.outbound.Targets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTurnTest {

    private static final String HOST = "origin.example";
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final FetchRefused SILENT = new FetchRefused(FailureReason.CONNECTION_FAILED, "nobody there");

    @Test
    void silentHost_restsAfterSoManyInARow() {
        var turn = Turns.of(HOST, 0);

        failed(turn, SILENT, 2);
        assertThat(turn.open()).isTrue();
        failed(turn, SILENT, 1);

        assertThat(turn.open()).isFalse();
        assertThat(turn.report().rest()).isBetween(Duration.ofSeconds(45), Duration.ofMinutes(1));
    }

    @Test
    void anyAnswer_beginsTheCountAnew() {
        var turn = Turns.of(HOST, 2);

        failed(turn, answer(404, null), 1);
        failed(turn, SILENT, 2);

        assertThat(turn.open()).isTrue();
        assertThat(turn.report().failures()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2,60", "3,120", "6,960", "12,61440", "13,86400", "60,86400"})
    void rests_growUpToADay(int failures, long seconds) {
        var turn = Turns.of(HOST, failures);

        failed(turn, SILENT, 1);

        assertThat(turn.report().rest().toSeconds()).isBetween(seconds * 3 / 4, seconds);
        assertThat(turn.silent()).isTrue();
    }

    @Test
    void hostThatWasSilent_isAskedForOnePictureAtATime() {
        assertThat(Turns.of(HOST, 2).atOnce()).isEqualTo(2);
        assertThat(Turns.of(HOST, 3).atOnce()).isEqualTo(1);
    }

    @Test
    void wishToBeLeftAlone_isGranted() {
        var turn = Turns.of(HOST, 0);

        failed(turn, answer(503, Duration.ofSeconds(77)), 1);

        assertThat(turn.open()).isFalse();
        assertThat(turn.silent()).isFalse();
        assertThat(turn.report().rest()).isEqualTo(Duration.ofSeconds(77));
    }

    @Test
    void wishForYears_isGrantedForADay() {
        var turn = Turns.of(HOST, 0);

        failed(turn, answer(429, Duration.ofDays(3000)), 1);

        assertThat(turn.report().rest()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void tooManyRequestsWithoutAWish_isARestToo() {
        var turn = Turns.of(HOST, 0);

        failed(turn, answer(429, null), 1);

        assertThat(turn.report().rest()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void serverErrorOfOnePicture_isNoRest() {
        var turn = Turns.of(HOST, 0);

        failed(turn, answer(500, null), 10);

        assertThat(turn.open()).isTrue();
    }

    @Test
    void whatARedirectLedTo_isNotTheHostsFault() {
        var elsewhere = route("http://elsewhere.example/");
        var turn = Turns.of(HOST, 0);

        failed(turn, SILENT.on(elsewhere), 5);
        failed(turn, answer(429, Duration.ofHours(1)).on(elsewhere), 1);
        failed(turn, new FetchRefused(FailureReason.UNKNOWN_HOST, "?").on(route("http://" + HOST + "/")), 5);

        assertThat(turn.open()).isTrue();
    }

    @Test
    void turnThatShowedNothingNew_hasNoReport() {
        var turn = Turns.of(HOST, 0);

        turn.answered(Duration.ofMillis(10));

        assertThat(turn.report()).isNull();
    }

    private static void failed(HostTurn turn, FetchRefused refused, int times) {
        IntStream.range(0, times).forEach(i -> turn.failed(refused, Duration.ofMillis(5)));
    }

    private static FetchRefused answer(int status, Duration wish) {
        return new FetchRefused(StatusReason.of(status), "HTTP " + status, status, 0)
                .notBefore(wish)
                .on(route("http://" + HOST + "/a.png"));
    }

    private static Route route(String url) {
        return new Route(Targets.of(url), InetSocketAddress.createUnresolved("203.0.113.9", 80));
    }
}
