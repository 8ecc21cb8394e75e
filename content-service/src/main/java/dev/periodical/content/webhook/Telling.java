package dev.periodical.content.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What a worker does, step by step: reads the feed on, claims subscriptions, and tells one of them what is due, one delivery
 * after another, each settled before the next, until one comes to nothing: then the receiver is left alone for a while. A crash
 * between a request and its settlement repeats the request, with the same id.
 */
final class Telling {

    private final String worker;
    private final WebhookConfig config;
    private final FanOut fanOut;
    private final DueDeliveries book;
    private final Sender sender;
    private final Patience patience;
    private final Clock clock;
    private final MeterRegistry metrics;

    Telling(
            String worker,
            WebhookConfig config,
            FanOut fanOut,
            DueDeliveries book,
            Sender sender,
            Patience patience,
            Clock clock,
            MeterRegistry metrics) {
        this.worker = worker;
        this.config = config;
        this.fanOut = fanOut;
        this.book = book;
        this.sender = sender;
        this.patience = patience;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** One page of the feed, for one subscription. @return whether there may be more at once */
    Uni<Boolean> readOn() {
        return fanOut.step(clock.instant());
    }

    Uni<List<Claim>> claim(int most, int failing) {
        return book.claim(worker, most, failing, config.turn(), config.lease(), clock.instant());
    }

    /** Fails when the database is away: then the lease runs out by itself. */
    Uni<Void> tell(Claim claim) {
        return from(0, claim);
    }

    private Uni<Void> from(int at, Claim claim) {
        if (at == claim.due().size()) {
            return book.release(worker, claim.webhook(), clock.instant());
        }
        return book.hold(worker, claim.webhook(), config.lease())
                .chain(ours -> ours
                        ? told(claim, claim.due().get(at))
                                .chain(goesOn -> goesOn
                                        ? from(at + 1, claim)
                                        : book.release(worker, claim.webhook(), clock.instant()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> told(Claim claim, Claim.Due due) {
        return sender.send(claim, due).chain(outcome -> {
            Instant now = clock.instant();
            metrics.counter("periodical.webhooks.attempts", "outcome", outcome.word())
                    .increment();
            if (outcome instanceof Outcome.Taken taken) {
                return book.taken(worker, claim.webhook(), due.id(), taken.status(), now)
                        .replaceWith(true);
            }
            if (outcome instanceof Outcome.Missed missed) {
                return missed(claim, due, missed, now).replaceWith(false);
            }
            return book.unwanted(worker, claim.webhook(), due.id(), now).replaceWith(false);
        });
    }

    private Uni<Void> missed(Claim claim, Claim.Due due, Outcome.Missed missed, Instant now) {
        Instant ready = now.plus(patience.rest(claim.failures() + 1, missed.wish()));
        return book.missed(worker, claim, due.id(), missed, now, next(due, missed, now), ready);
    }

    /** Once more at the very end of its time, however long the wait would be; then no more. */
    private Instant next(Claim.Due due, Outcome.Missed missed, Instant now) {
        if (!now.isBefore(due.giveUpAt())) {
            return null;
        }
        Instant next = now.plus(patience.after(due.attempts() + 1, missed.wish()));
        return next.isBefore(due.giveUpAt()) ? next : due.giveUpAt();
    }
}
