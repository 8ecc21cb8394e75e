package dev.periodical.media.fetch;

import dev.periodical.media.guard.Guard;
import dev.periodical.media.guard.GuardPolicy;
import dev.periodical.media.guard.Target;
import dev.periodical.media.guard.Verdict;

/** Targets as the guard makes them. */
final class Targets {

    static final Guard GUARD = new Guard(GuardPolicy.standard());

    private Targets() {}

    static Target of(String url) {
        return ((Verdict.Allowed) GUARD.check(url)).target();
    }
}
