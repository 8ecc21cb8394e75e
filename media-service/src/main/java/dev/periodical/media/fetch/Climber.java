package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.frontier.Twin;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.plan.Rung;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.spool.Spool;
import dev.periodical.outbound.FetchRefused;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A picture's turn: climbs its ladder while the rungs are of the claimed host, and settles what comes of it. The order of
 * effects is bytes, event, row; a crash between any two repeats an idempotent step.
 */
final class Climber {

    private static final Logger LOG = Logger.getLogger(Climber.class);

    private final Ladder ladder;
    private final Fetcher fetcher;
    private final Spool spool;
    private final Judging judging;
    private final Afterwards afterwards;
    private final MediaPublisher publisher;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    Climber(
            Ladder ladder,
            Fetcher fetcher,
            Spool spool,
            Judging judging,
            Afterwards afterwards,
            MediaPublisher publisher,
            Settlement settlement) {
        this.ladder = ladder;
        this.fetcher = fetcher;
        this.spool = spool;
        this.judging = judging;
        this.afterwards = afterwards;
        this.publisher = publisher;
        this.settlement = settlement;
    }

    /**
     * @return completes when the turn is settled; fails with {@link TransientFailure} when a
     *     service of ours was away, and then the picture is still due. With any other failure its turn comes later, so that it
     *     holds up nobody
     */
    Uni<Void> turn(ClaimedPicture picture, HostTurn host) {
        return begin(picture, host)
                .onFailure(failure -> !(failure instanceof TransientFailure))
                .call(ours -> afterwards.postponed(picture));
    }

    private Uni<Void> begin(ClaimedPicture picture, HostTurn host) {
        if (picture.twin() instanceof Twin.Kept twin) {
            return publisher
                    .publish(twin.as(), picture.traceparent())
                    .chain(() -> settlement.stored(twin.as(), List.of()));
        }
        if (picture.twin() instanceof Twin.Awaited twin) {
            return settlement.waits(picture.ref(), twin.patience());
        }
        return climb(Climb.begin(picture, ladder), host);
    }

    private Uni<Void> climb(Climb climb, HostTurn host) {
        if (climb.overTheTop()) {
            return afterwards.inVain(climb);
        }
        String next = ladder.host(climb.rung());
        if (next.isEmpty()) {
            return request(climb, host);
        }
        if (!next.equals(host.host())) {
            return afterwards.later(climb, next);
        }
        return host.slot().chain(() -> {
            if (host.open()) {
                return request(climb, host);
            }
            return climb.attempts().isEmpty() ? Uni.createFrom().voidItem() : afterwards.later(climb, next);
        });
    }

    private Uni<Void> request(Climb climb, HostTurn host) {
        Instant began = clock.instant();
        return spool.with(file -> fetched(climb.rung(), file).chain(download -> {
                    host.answered(Duration.between(began, clock.instant()));
                    return judging.keep(climb, download, began);
                }))
                .onFailure(FetchRefused.class)
                .recoverWithItem(refused -> {
                    Instant ended = clock.instant();
                    host.failed(refused, Duration.between(began, ended));
                    return climb.failed(refused, began, ended);
                })
                .chain(next -> next == null ? Uni.createFrom().voidItem() : climb(next, host));
    }

    /** A fault of ours is this picture's failure, not its host's: the pictures behind it are not to wait for the repair. */
    private Uni<Download> fetched(Rung rung, Path file) {
        return fetcher.fetch(rung, file)
                .onFailure(failure -> !(failure instanceof FetchRefused || failure instanceof TransientFailure))
                .transform(fault -> {
                    LOG.errorf(fault, "fetching %s failed for a reason that is ours", rung.url());
                    return new FetchRefused(FailureReason.OTHER, fault.toString());
                });
    }
}
