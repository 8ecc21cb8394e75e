package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.media.fetch.HostManners.Manners;
import dev.periodical.media.frontier.HostClaim;
import dev.periodical.media.frontier.HostReport;
import dev.periodical.outbound.FetchRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * One turn with one host: spaces its requests, notices how the host does, and ends early when the host is to be left alone,
 * when it is another's, or when a service of ours is away. For any thread.
 */
final class HostTurn {

    private final Vertx vertx;
    private final HostClaim claim;
    private final Manners manners;
    private final HostRests rests;
    private final Duration slowAfter;
    private long nextStart = System.nanoTime();
    private int failures;
    private boolean slow;
    private boolean silent;
    private boolean ended;
    private Duration rest = Duration.ZERO;
    private FailureReason reason;
    private String detail;
    private Throwable trouble;

    HostTurn(Vertx vertx, HostClaim claim, Manners manners, HostRests rests, Duration slowAfter) {
        this.vertx = vertx;
        this.claim = claim;
        this.manners = rests.mannered(manners, claim.failures());
        this.rests = rests;
        this.slowAfter = slowAfter;
        this.failures = claim.failures();
        this.slow = claim.slow();
    }

    String host() {
        return claim.host();
    }

    boolean wasSlow() {
        return claim.slow();
    }

    int atOnce() {
        return manners.atOnce();
    }

    Duration spacing() {
        return manners.spacing();
    }

    /** When the next request to the host may begin. */
    Uni<Void> slot() {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            wait = nextStart - now;
            nextStart = Math.max(nextStart, now) + manners.spacing().toNanos();
        }
        return wait <= 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().emitter(due -> vertx.setTimer(wait / 1_000_000 + 1, timer -> due.complete(null)));
    }

    /** It answered with a picture. */
    synchronized void answered(Duration took) {
        failures = 0;
        slow = took.compareTo(slowAfter) > 0;
    }

    /** It did not. */
    synchronized void failed(FetchRefused refused, Duration took) {
        reason = refused.reason();
        detail = refused.getMessage();
        if (HostRests.noAnswer(refused, host())) {
            failures++;
            slow = took.compareTo(slowAfter) > 0;
            rest(rests.silent(failures));
            silent |= !rest.isZero();
        } else if (refused.status() != null) {
            failures = 0;
            slow = took.compareTo(slowAfter) > 0;
            rest(rests.wished(refused, host()));
        }
    }

    private void rest(Duration longer) {
        rest = longer.compareTo(rest) > 0 ? longer : rest;
    }

    /** A service of ours is away. */
    synchronized void troubled(Throwable cause) {
        trouble = cause;
    }

    synchronized Throwable trouble() {
        return trouble;
    }

    /** Begins nothing more. */
    synchronized void end() {
        ended = true;
    }

    /** Whether another request to the host may begin. */
    synchronized boolean open() {
        return !ended && trouble == null && rest.isZero();
    }

    /** Whether it rests because it gives no answer. */
    synchronized boolean silent() {
        return silent;
    }

    /** How long it has given no answer by now. */
    Duration failing() {
        return claim.failing();
    }

    /** What it failed with, for pictures that were not asked for because of that. */
    synchronized FetchRefused silence() {
        return new FetchRefused(reason, "not asked, for the host rests: " + detail);
    }

    /** What is new about the host; null where nothing is. */
    synchronized HostReport report() {
        boolean same = reason == null && failures == claim.failures() && slow == claim.slow();
        return same ? null : new HostReport(failures, slow, rest, reason, detail);
    }
}
