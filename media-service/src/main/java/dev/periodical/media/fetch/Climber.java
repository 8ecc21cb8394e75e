package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.RoundFailure;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.keep.Keeping;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.plan.Rung;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.raster.Look;
import dev.periodical.media.raster.Looking;
import dev.periodical.media.spool.Spool;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * A picture's turn: climbs its ladder while the rungs are of the claimed host, and settles what comes of it. The order of
 * effects is bytes, event, row; a crash between any two repeats an idempotent step.
 */
final class Climber {

    private static final Logger LOG = Logger.getLogger(Climber.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final FetchConfig config;
    private final Ladder ladder;
    private final Fetcher fetcher;
    private final Spool spool;
    private final Looking looking;
    private final Keeping keeping;
    private final MediaPublisher publisher;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    Climber(
            FetchConfig config,
            Ladder ladder,
            Fetcher fetcher,
            Spool spool,
            Looking looking,
            Keeping keeping,
            MediaPublisher publisher,
            Settlement settlement) {
        this.config = config;
        this.ladder = ladder;
        this.fetcher = fetcher;
        this.spool = spool;
        this.looking = looking;
        this.keeping = keeping;
        this.publisher = publisher;
        this.settlement = settlement;
    }

    /**
     * @return completes when the turn is settled; fails with {@link TransientFailure} when a
     *     service of ours was away, and then the picture is still due. With any other failure its turn comes later, so that it
     *     holds up nobody
     */
    Uni<Void> turn(ClaimedPicture picture) {
        return climb(Climb.begin(picture, ladder.rungs(picture.url(), picture.alternatives(), picture.page())))
                .onFailure(failure -> !(failure instanceof TransientFailure))
                .call(ours -> settlement.postponed(picture.ref(), wait(picture.round() + 1)));
    }

    private Uni<Void> climb(Climb climb) {
        if (climb.overTheTop()) {
            return inVain(climb);
        }
        String host = ladder.host(climb.rung());
        if (!climb.attempts().isEmpty()
                && !host.isEmpty()
                && !host.equals(climb.picture().host())) {
            return settlement.later(
                    climb.picture().ref(),
                    host,
                    climb.at(),
                    climb.picture().round(),
                    climb.failure(),
                    Duration.ZERO,
                    climb.attempts());
        }
        Instant began = clock.instant();
        return spool.with(file -> fetched(climb.rung(), file).chain(download -> keep(climb, download, began)))
                .onFailure(FetchRefused.class)
                .recoverWithUni(refused -> climb(climb.failed(refused, began, clock.instant())));
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

    /** Looked at once, for all that its content is good for. */
    private Uni<Void> keep(Climb climb, Download download, Instant began) {
        return looking.at(download.file(), download.picture().format())
                .chain(look -> keep(climb, download, look, began));
    }

    private Uni<Void> keep(Climb climb, Download download, Look look, Instant began) {
        Finding.Picture found = download.picture();
        MediaStored stored = new MediaStored(
                climb.picture().ref(),
                climb.picture().url(),
                download.origin(),
                download.sha256(),
                found.format().contentType(),
                download.size(),
                look.width(found),
                look.height(found),
                look.blurHash(),
                null);
        return keeping.keep(stored, download.file(), climb.picture().traceparent())
                .chain(() -> settlement.stored(stored, climb.succeeded(download, began, clock.instant())));
    }

    private Uni<Void> inVain(Climb climb) {
        ClaimedPicture picture = climb.picture();
        RoundFailure failure = climb.failure();
        int round = picture.round() + 1;
        if (failure.mayHeal() && round < config.rounds()) {
            Rung first = climb.rungs().get(0);
            return settlement.later(
                    picture.ref(), ladder.host(first), 0, round, failure, wait(round), climb.attempts());
        }
        MediaFailed failed =
                new MediaFailed(picture.ref(), picture.url(), failure.url(), failure.reason(), failure.detail());
        return publisher
                .publish(failed, picture.traceparent())
                .chain(() -> settlement.failed(failed, climb.attempts()))
                .chain(kept ->
                        kept == null ? Uni.createFrom().voidItem() : publisher.publish(kept, picture.traceparent()));
    }

    /** Doubled after each round, 24 hours at most, drawn from its upper half so that a host's pictures do not return at once. */
    private Duration wait(int round) {
        long step = Math.min(LONGEST_WAIT.toMillis(), config.retryAfter().toMillis() << Math.min(round - 1, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(step / 2, step + 1));
    }
}
