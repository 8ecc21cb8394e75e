package dev.periodical.ingest.submission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often this replica said no since it started, by problem, and when within the last day. Counts alone, of a bounded number
 * of problems: what was refused is nobody's business. For many threads.
 */
@Singleton
class Refusals {

    private static final int HOURS = 24;
    private static final int MOST_KINDS = 64;
    private static final Kind OTHERS = new Kind(0, "Others");

    private record Kind(int status, String title) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            return Comparator.comparingInt(Kind::status)
                    .thenComparing(Kind::title)
                    .compare(this, other);
        }
    }

    /** The hour that each place counts, and how often. */
    private static final class Count {
        private long total;
        private final long[] hours = new long[HOURS];
        private final long[] counts = new long[HOURS];

        void one(long hour) {
            int place = (int) (hour % HOURS);
            if (hours[place] != hour) {
                hours[place] = hour;
                counts[place] = 0;
            }
            counts[place]++;
            total++;
        }

        long in(long hour) {
            int place = (int) (hour % HOURS);
            return hours[place] == hour ? counts[place] : 0;
        }
    }

    private final Clock clock;
    private final Instant since;
    private final Map<Kind, Count> counts = new TreeMap<>();

    @Inject
    Refusals() {
        this(Clock.systemUTC());
    }

    Refusals(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    synchronized void count(HttpProblem problem) {
        Kind kind = new Kind(problem.getStatusCode(), String.valueOf(problem.getTitle()));
        if (!counts.containsKey(kind) && counts.size() >= MOST_KINDS) {
            kind = OTHERS;
        }
        counts.computeIfAbsent(kind, any -> new Count()).one(hour(clock.instant()));
    }

    synchronized RefusalsView view() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        List<RefusalsView.Problem> problems = new ArrayList<>();
        counts.forEach((kind, count) -> {
            List<Long> hours = new ArrayList<>();
            for (int back = HOURS - 1; back >= 0; back--) {
                hours.add(count.in(hour(now) - back));
            }
            long lastDay = hours.stream().mapToLong(Long::longValue).sum();
            problems.add(new RefusalsView.Problem(kind.status(), kind.title(), count.total, lastDay, hours));
        });
        problems.sort(Comparator.comparingLong(RefusalsView.Problem::count).reversed());
        return new RefusalsView(since, now, problems);
    }

    private static long hour(Instant time) {
        return time.getEpochSecond() / ChronoUnit.HOURS.getDuration().toSeconds();
    }
}
