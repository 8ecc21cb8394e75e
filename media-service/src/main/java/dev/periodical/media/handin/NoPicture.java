package dev.periodical.media.handin;

import dev.periodical.events.FailureReason;

/** What was handed in can't be kept, and never could. */
public final class NoPicture extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    NoPicture(FailureReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public FailureReason reason() {
        return reason;
    }
}
