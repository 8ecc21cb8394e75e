package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;

/** What an HTTP status that is neither success nor redirect means for a picture. */
final class StatusReason {

    private StatusReason() {}

    static FailureReason of(int status) {
        return switch (status) {
            case 404, 410 -> FailureReason.NOT_FOUND;
            case 401, 403, 451 -> FailureReason.FORBIDDEN;
            case 429 -> FailureReason.RATE_LIMITED;
            case 408, 425 -> FailureReason.TIMED_OUT;
            default -> status >= 500 ? FailureReason.SERVER_ERROR : FailureReason.UNEXPECTED_STATUS;
        };
    }
}
