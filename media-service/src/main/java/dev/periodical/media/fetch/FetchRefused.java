package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import java.time.Duration;

/** A request that did not end in a picture, with all that is known of it. Made where the failure is met. */
final class FetchRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_DETAIL = 300;

    private final FailureReason reason;
    private final Integer status;
    private final long bytes;
    private final Route route;
    private final transient Duration retryAfter;

    FetchRefused(FailureReason reason, String detail) {
        this(reason, detail, null, 0, null, null);
    }

    FetchRefused(FailureReason reason, String detail, Integer status, long bytes) {
        this(reason, detail, status, bytes, null, null);
    }

    private FetchRefused(
            FailureReason reason, String detail, Integer status, long bytes, Route route, Duration retryAfter) {
        super(oneLine(detail), null, false, false);
        this.reason = reason;
        this.status = status;
        this.bytes = bytes;
        this.route = route;
        this.retryAfter = retryAfter;
    }

    /** Details quote what strangers sent. */
    private static String oneLine(String detail) {
        if (detail == null) {
            return null;
        }
        String line = detail.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "..." : line;
    }

    /** The same, met on this route. */
    FetchRefused on(Route met) {
        return new FetchRefused(reason, getMessage(), status, bytes, met, retryAfter);
    }

    /** The same, met where a redirect led. */
    FetchRefused redirected(String to) {
        return new FetchRefused(reason, "redirected to " + to + ": " + getMessage(), status, bytes, route, retryAfter);
    }

    /** Where it was met; null where it did not come to a route. */
    Route route() {
        return route;
    }

    /** The same, with the wish to be left alone for so long. */
    FetchRefused notBefore(Duration wait) {
        return new FetchRefused(reason, getMessage(), status, bytes, route, wait);
    }

    /** How long the host wants to be left alone; null where it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }

    FailureReason reason() {
        return reason;
    }

    Integer status() {
        return status;
    }

    long bytes() {
        return bytes;
    }
}
