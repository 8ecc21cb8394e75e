package dev.periodical.outbound.guard;

import dev.periodical.events.FailureReason;
import dev.periodical.outbound.guard.Verdict.Refusal;

/** Carries a refusal from the depth of a parser to the guard's door, which it never leaves. Has no stack trace. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    Refused(FailureReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    static Refused invalid(String detail) {
        return new Refused(FailureReason.INVALID_URL, detail);
    }

    Refusal refusal() {
        return new Refusal(reason, getMessage());
    }
}
