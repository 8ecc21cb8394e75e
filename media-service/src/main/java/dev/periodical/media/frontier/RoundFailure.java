package dev.periodical.media.frontier;

import dev.periodical.events.FailureReason;

/**
 * What came of a picture's ladder so far. The first rung's failure speaks for all, for it is the origin's own word; whether any
 * of them may heal decides if the ladder is climbed again.
 *
 * @param url what the first failed rung asked for
 * @param reason why it failed
 * @param detail the same for a human eye, or null
 * @param mayHeal whether this or any later failure may heal by waiting
 */
public record RoundFailure(String url, FailureReason reason, String detail, boolean mayHeal) {

    /** With one more failure behind it. */
    public RoundFailure and(FailureReason next) {
        return new RoundFailure(url, reason, detail, mayHeal || next.kind() == FailureReason.Kind.TRANSIENT);
    }

    public static RoundFailure first(String url, FailureReason reason, String detail) {
        return new RoundFailure(url, reason, detail, reason.kind() == FailureReason.Kind.TRANSIENT);
    }
}
