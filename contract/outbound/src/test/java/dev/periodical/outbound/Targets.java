package dev.periodical.outbound;

import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.GuardPolicy;
import dev.periodical.outbound.guard.Target;
import dev.periodical.outbound.guard.Verdict;

/** Targets as the guard makes them. */
public final class Targets {

    static final Guard GUARD = new Guard(GuardPolicy.standard());

    private Targets() {}

    public static Target of(String url) {
        return ((Verdict.Allowed) GUARD.check(url)).target();
    }
}
