package dev.periodical.media.fetch;

import dev.periodical.events.MediaFailed;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.RoundFailure;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.plan.Rung;
import dev.periodical.media.publish.MediaPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What comes after a climb that brought no sound picture: another host's turn, another round, or the failure for good. */
@ApplicationScoped
class Afterwards {

    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final FetchConfig config;
    private final Ladder ladder;
    private final MediaPublisher publisher;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    Afterwards(FetchConfig config, Ladder ladder, MediaPublisher publisher, Settlement settlement) {
        this.config = config;
        this.ladder = ladder;
        this.publisher = publisher;
        this.settlement = settlement;
    }

    /** A fault of ours ended it: its turn comes later, and nothing else is known. */
    Uni<Void> postponed(ClaimedPicture picture) {
        return settlement.postponed(picture.ref(), wait(picture.round() + 1));
    }

    /** The climb goes on in that host's turn. */
    Uni<Void> later(Climb climb, String host) {
        ClaimedPicture picture = climb.picture();
        return settlement.later(
                picture.ref(), host, climb.at(), picture.round(), climb.failure(), Duration.ZERO, climb.attempts());
    }

    /** The whole ladder was climbed: once more later while it may heal, else lost. */
    Uni<Void> inVain(Climb climb) {
        ClaimedPicture picture = climb.picture();
        RoundFailure failure = climb.failure();
        int round = picture.round() + 1;
        Duration wait = wait(round);
        if (failure.mayHeal() && round < config.rounds() && inTime(picture, wait)) {
            Rung first = climb.rungs().get(0);
            return settlement.later(picture.ref(), ladder.host(first), 0, round, failure, wait, climb.attempts());
        }
        return lost(climb);
    }

    private boolean inTime(ClaimedPicture picture, Duration wait) {
        return picture.triedAt() == null
                || clock.instant().plus(wait).isBefore(picture.triedAt().plus(config.giveUpAfter()));
    }

    /** Published and written down as failed, or as it was before where something is kept. */
    Uni<Void> lost(Climb climb) {
        ClaimedPicture picture = climb.picture();
        if (picture.kept() != null) {
            return settlement.asBefore(picture.ref(), climb.attempts());
        }
        RoundFailure failure = climb.failure();
        MediaFailed failed =
                new MediaFailed(picture.ref(), picture.url(), failure.url(), failure.reason(), failure.detail());
        return publisher
                .publish(failed, picture.traceparent())
                .chain(() -> settlement.failed(failed, climb.attempts()))
                .chain(kept ->
                        kept == null ? Uni.createFrom().voidItem() : publisher.publish(kept, picture.traceparent()));
    }

    /** Four times as long after each round, drawn from its upper half so that a host's pictures do not return at once. */
    private Duration wait(int round) {
        long step = Math.min(LONGEST_WAIT.toMillis(), config.retryAfter().toMillis() << Math.min(2 * (round - 1), 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(step / 2, step + 1));
    }
}
