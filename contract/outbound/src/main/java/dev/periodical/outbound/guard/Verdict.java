package dev.periodical.outbound.guard;

import dev.periodical.events.FailureReason;

/** What the guard says of a URL: a target to connect to, or why there is none. */
public sealed interface Verdict {

    /** The URL's form is allowed. A name's addresses are still to be checked, all of them. */
    record Allowed(Target target) implements Verdict {}

    /**
     * Must not be fetched.
     *
     * @param reason of kind REFUSED, but UNKNOWN_HOST for an empty DNS answer
     * @param detail for people: what was wrong, without credentials and without bytes that could forge a log line
     */
    record Refusal(FailureReason reason, String detail) implements Verdict {}
}
