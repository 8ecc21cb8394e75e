package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.Frontier;
import dev.periodical.media.frontier.RoundFailure;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.frontier.Twin;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.keep.Keeping;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.plan.Rung;
import dev.periodical.media.poison.Poison;
import dev.periodical.media.poison.Sample;
import dev.periodical.media.poison.Suspicion;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.raster.Look;
import dev.periodical.media.raster.Looking;
import dev.periodical.media.spool.Spool;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * A picture's turn: climbs its ladder while the rungs are of the claimed host, and settles what comes of it. The order of
 * effects is bytes, event, row; a crash between any two repeats an idempotent step.
 */
final class Climber {

    private static final Logger LOG = Logger.getLogger(Climber.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int PAGE = 500;
    private static final int PASSED_AT_ONCE = 8;

    private final FetchConfig config;
    private final Ladder ladder;
    private final Fetcher fetcher;
    private final Spool spool;
    private final Looking looking;
    private final Keeping keeping;
    private final Poison poison;
    private final Doubts doubts;
    private final MediaPublisher publisher;
    private final Frontier frontier;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    Climber(
            FetchConfig config,
            Ladder ladder,
            Fetcher fetcher,
            Spool spool,
            Looking looking,
            Keeping keeping,
            Poison poison,
            Doubts doubts,
            MediaPublisher publisher,
            Frontier frontier,
            Settlement settlement) {
        this.config = config;
        this.ladder = ladder;
        this.fetcher = fetcher;
        this.spool = spool;
        this.looking = looking;
        this.keeping = keeping;
        this.poison = poison;
        this.doubts = doubts;
        this.publisher = publisher;
        this.frontier = frontier;
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
                .call(ours -> settlement.postponed(picture.ref(), wait(picture.round() + 1)));
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
        return climb(Climb.begin(picture, rungs(picture)), host);
    }

    private List<Rung> rungs(ClaimedPicture picture) {
        return ladder.rungs(picture.url(), picture.alternatives(), picture.page());
    }

    private Uni<Void> climb(Climb climb, HostTurn host) {
        if (climb.overTheTop()) {
            return inVain(climb);
        }
        String next = ladder.host(climb.rung());
        if (next.isEmpty()) {
            return request(climb, host);
        }
        if (!next.equals(host.host())) {
            return later(climb, next);
        }
        return host.slot().chain(() -> {
            if (host.open()) {
                return request(climb, host);
            }
            return climb.attempts().isEmpty() ? Uni.createFrom().voidItem() : later(climb, next);
        });
    }

    private Uni<Void> later(Climb climb, String host) {
        ClaimedPicture picture = climb.picture();
        return settlement.later(
                picture.ref(), host, climb.at(), picture.round(), climb.failure(), Duration.ZERO, climb.attempts());
    }

    private Uni<Void> request(Climb climb, HostTurn host) {
        Instant began = clock.instant();
        return spool.with(file -> fetched(climb.rung(), file).chain(download -> {
                    host.answered(Duration.between(began, clock.instant()));
                    return keep(climb, download, began);
                }))
                .onFailure(FetchRefused.class)
                .recoverWithItem(refused -> {
                    Instant ended = clock.instant();
                    host.failed(refused, Duration.between(began, ended));
                    return climb.failed(refused, began, ended);
                })
                .chain(next -> next == null ? Uni.createFrom().voidItem() : climb(next, host));
    }

    /**
     * The host gives no answer and rests: its pictures that can also be asked for elsewhere go on there, without a request to
     * it. The others wait with it, until it has been silent for too long.
     */
    Uni<Void> passOver(HostTurn host) {
        return passOver(host, null);
    }

    private Uni<Void> passOver(HostTurn host, ClaimedPicture after) {
        return frontier.overdue(host.host(), after, PAGE)
                .chain(pictures -> Multi.createFrom()
                        .iterable(pictures)
                        .onItem()
                        .transformToUni(picture -> passOver(picture, host))
                        .merge(PASSED_AT_ONCE)
                        .collect()
                        .last()
                        .chain(() -> pictures.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : passOver(host, pictures.get(PAGE - 1))));
    }

    private Uni<Void> passOver(ClaimedPicture picture, HostTurn host) {
        Climb climb = Climb.begin(picture, rungs(picture)).passing(ladder, host.silence());
        if (!climb.overTheTop()) {
            return later(climb, ladder.host(climb.rung()));
        }
        boolean given = host.failing().compareTo(config.giveUpAfter()) >= 0;
        return given ? lost(climb) : Uni.createFrom().voidItem();
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

    /**
     * Looked at once, for all that its content is good for.
     *
     * @return null when the picture is settled, else where its climb goes on
     */
    private Uni<Climb> keep(Climb climb, Download download, Instant began) {
        return looking.at(download.file(), download.picture().format())
                .chain(look -> judged(climb, download, look)
                        .chain(suspicion -> suspicion.isEmpty()
                                ? sound(climb, download, look, began)
                                : doubted(climb, download, look, suspicion.get(), began)));
    }

    /** What an article holds itself was given by nobody else. */
    private Uni<Optional<Suspicion>> judged(Climb climb, Download download, Look look) {
        String asked = climb.rung().url();
        return DataUrl.is(asked)
                ? Uni.createFrom().item(Optional.empty())
                : poison.judge(new Sample(
                        asked,
                        download.url(),
                        answering(download),
                        download.sha256(),
                        download.picture().width(),
                        download.picture().height(),
                        look.raster().orElse(null)));
    }

    private Uni<Climb> sound(Climb climb, Download download, Look look, Instant began) {
        MediaStored stored = stored(climb, download, look, null);
        return keeping.keep(stored, download.file(), climb.picture().traceparent())
                .chain(() -> settlement.stored(stored, climb.succeeded(download, began, clock.instant())))
                .replaceWith((Climb) null);
    }

    private Uni<Climb> doubted(Climb climb, Download download, Look look, Suspicion suspicion, Instant began) {
        MediaStored suspect = stored(climb, download, look, suspicion.reason());
        return doubts.keep(climb, suspect, download, suspicion, answering(download))
                .replaceWith(() -> climb.doubted(download, suspicion, began, clock.instant()));
    }

    private String answering(Download download) {
        return ladder.host(new Rung(download.url(), null));
    }

    private static MediaStored stored(Climb climb, Download download, Look look, FailureReason suspect) {
        Finding.Picture found = download.picture();
        return new MediaStored(
                climb.picture().ref(),
                climb.picture().url(),
                download.origin(),
                download.sha256(),
                found.format().contentType(),
                download.size(),
                look.width(found),
                look.height(found),
                look.blurHash(),
                suspect);
    }

    private Uni<Void> inVain(Climb climb) {
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

    private Uni<Void> lost(Climb climb) {
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
