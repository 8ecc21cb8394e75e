package dev.periodical.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.http.Problems;
import dev.periodical.ingest.problem.IngestProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-31T10:59:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hand clock = new Hand();
    private final Refusals refusals = new Refusals(clock);

    @Test
    void refusals_areCountedByProblem_andByTheHour() {
        refusals.count(Problems.tooLarge(5));
        refusals.count(IngestProblems.notText("a"));
        clock.now = clock.now.plus(Duration.ofHours(1));
        refusals.count(IngestProblems.notText("b"));

        RefusalsView view = refusals.view();
        assertThat(view.hour()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
        assertThat(view.problems())
                .extracting(RefusalsView.Problem::title)
                .containsExactly("Not a text document", "Too large");
        List<Long> hours = view.problems().get(0).hours();
        assertThat(hours).hasSize(24);
        assertThat(hours.subList(22, 24)).containsExactly(1L, 1L);
    }

    @Test
    void whatIsOlderThanADay_countsInAllAlone() {
        refusals.count(Problems.tooLarge(5));
        clock.now = clock.now.plus(Duration.ofHours(24));

        RefusalsView.Problem problem = refusals.view().problems().get(0);
        assertThat(problem.count()).isOne();
        assertThat(problem.lastDay()).isZero();
    }

    @Test
    void kindsBeyondTheMost_areCountedTogether() {
        for (int i = 0; i < 1_000; i++) {
            refusals.count(
                    HttpProblem.builder().withStatus(400).withTitle("t" + i).build());
        }

        List<RefusalsView.Problem> problems = refusals.view().problems();
        assertThat(problems).hasSize(65);
        assertThat(problems.get(0).count()).isEqualTo(1_000 - 64);
    }
}
