package dev.periodical.outbound;

import dev.periodical.events.FailureReason;
import java.time.Duration;

/** A request that was refused, or that came to nothing, with all that is known of it. Made where the failure is met. */
public final class FetchRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_DETAIL = 300;

    private final FailureReason reason;
    private final Integer status;
    private final long bytes;
    private final Route route;
    private final transient Duration retryAfter;

    public FetchRefused(FailureReason reason, String detail) {
        this(reason, detail, null, 0, null, null);
    }

    public FetchRefused(FailureReason reason, String detail, Integer status, long bytes) {
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
    public FetchRefused on(Route met) {
        return new FetchRefused(reason, getMessage(), status, bytes, met, retryAfter);
    }

    /** The same, met where a redirect led. */
    public FetchRefused redirected(String to) {
        return new FetchRefused(reason, "redirected to " + to + ": " + getMessage(), status, bytes, route, retryAfter);
    }

    /** Where it was met; null where it did not come to a route. */
    public Route route() {
        return route;
    }

    /** The same, with the wish to be left alone for so long. */
    public FetchRefused notBefore(Duration wait) {
        return new FetchRefused(reason, getMessage(), status, bytes, route, wait);
    }

    /** How long the host wants to be left alone; null where it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The kind says whether asking again may help. */
    public FailureReason reason() {
        return reason;
    }

    /** The answer's status; null where none came. */
    public Integer status() {
        return status;
    }

    /** How much of a body came. */
    public long bytes() {
        return bytes;
    }
}
