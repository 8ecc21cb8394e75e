package dev.periodical.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says what is being done and how long it took, one line each. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** {@code ingest    ready after 2.3 s   http://127.0.0.1:8081}. */
    void ready(String what, Instant since, String where) {
        double seconds = Duration.between(since, Instant.now()).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "%-9s ready after %4.1f s  %s", what, seconds, where));
    }
}
