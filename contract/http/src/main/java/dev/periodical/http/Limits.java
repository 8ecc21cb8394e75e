package dev.periodical.http;

import java.util.function.UnaryOperator;

/**
 * The limits that hold for one token.
 *
 * @param requestsPerSecond in the long run, 0 for any number
 * @param burst how many at once after a quiet while
 * @param maxBytes the largest request body
 */
record Limits(double requestsPerSecond, int burst, long maxBytes) {

    private static final double MOST_PER_SECOND = 1_000_000;

    /**
     * A token's own limits, and the common ones where it has none. Its own rate comes with its own burst: the common burst
     * belongs to the common rate.
     *
     * @param called what the operator calls a setting, for the message
     * @throws IllegalArgumentException naming the setting that can't be
     */
    static Limits of(TokenLimits own, TokenLimits common, UnaryOperator<String> called) {
        TokenLimits rated = own.requestsPerSecond().isPresent() ? own : common;
        double rate = rated.requestsPerSecond().orElse(0);
        if (rated.requestsPerSecond().isPresent() && !(rate > 0 && rate <= MOST_PER_SECOND)) {
            throw new IllegalArgumentException(
                    called.apply("requests-per-second") + " must be above 0, up to a million");
        }
        int burst = own.burst().orElse(rated.burst().orElse((int) Math.max(1, Math.ceil(rate))));
        if (burst < 1) {
            throw new IllegalArgumentException(called.apply("burst") + " must be 1 or more");
        }
        long bytes = own.maxBytes().orElse(common.maxBytes().orElse(Long.MAX_VALUE));
        if (bytes < 1) {
            throw new IllegalArgumentException(called.apply("max-bytes") + " must be 1 or more");
        }
        return new Limits(rate, burst, bytes);
    }

    boolean limitRequests() {
        return requestsPerSecond > 0;
    }

    boolean limitBytes() {
        return maxBytes < Long.MAX_VALUE;
    }
}
