package dev.periodical.ingest.batch;

/** A feed's entry that is none. The message is one line for people. */
public final class UnreadableEntry extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableEntry(String reason) {
        super(reason);
    }
}
