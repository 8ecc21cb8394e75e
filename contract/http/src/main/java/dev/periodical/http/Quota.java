package dev.periodical.http;

import java.time.Duration;

/**
 * What is left of a token's requests, and how to say so: the {@code RateLimit} fields of the IETF's draft
 * (draft-ietf-httpapi-ratelimit-headers, the two-field form).
 *
 * @param granted whether the request may go on
 * @param remaining how many more may come at once
 * @param untilNext when the next is granted; zero where this one was
 * @param untilFull when the whole burst is there again
 */
record Quota(Limits limits, boolean granted, long remaining, Duration untilNext, Duration untilFull) {

    static final String POLICY = "default";

    /** {@code "default";q=10;w=5}: ten requests in five seconds. */
    String policyField() {
        long window = (long) Math.max(1, Math.ceil(limits.burst() / limits.requestsPerSecond()));
        return "\"" + POLICY + "\";q=" + limits.burst() + ";w=" + window;
    }

    /** {@code "default";r=3;t=4}: three are left, and all are there again in four seconds. */
    String stateField() {
        return "\"" + POLICY + "\";r=" + remaining + ";t=" + seconds(untilFull);
    }

    /** Whole seconds to wait, never too few. */
    long retryAfter() {
        return Math.max(1, seconds(untilNext));
    }

    private static long seconds(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
