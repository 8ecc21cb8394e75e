package dev.periodical.events.kafka;

/**
 * Something outside is away for now (a database, a broker, an object store): the same work is to be tried again later. What
 * fails with anything else is held to fail for good.
 */
public final class TransientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
