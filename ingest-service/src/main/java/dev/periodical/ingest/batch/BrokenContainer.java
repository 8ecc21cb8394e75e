package dev.periodical.ingest.batch;

import java.io.IOException;

/** What holds the items can't be read on: cut off, damaged, or made to harm. The message is one line for people. */
public final class BrokenContainer extends IOException {

    private static final long serialVersionUID = 1;

    BrokenContainer(String reason) {
        super(reason);
    }

    BrokenContainer(String reason, Throwable cause) {
        super(reason, cause);
    }
}
