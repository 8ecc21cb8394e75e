package dev.periodical.ingest.submission;

import java.time.Instant;
import java.util.List;

/**
 * What this replica refused.
 *
 * @param since when it started to count
 * @param hour the present hour's beginning, the last of each problem's {@code hours}
 * @param problems the most frequent first
 */
record RefusalsView(Instant since, Instant hour, List<Problem> problems) {

    /**
     * A problem.
     *
     * @param status HTTP's; 0 for all that there was no room to tell apart
     * @param title as in the problem itself
     * @param count since the start
     * @param lastDay in the last twenty-four hours
     * @param hours the same hour by hour, the present one last
     */
    record Problem(int status, String title, long count, long lastDay, List<Long> hours) {}
}
