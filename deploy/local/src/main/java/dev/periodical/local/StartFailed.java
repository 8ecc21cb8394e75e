package dev.periodical.local;

/** The suite, or a part of it, did not start. The message is for people: what, why, and the last lines it logged. */
final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }
}
