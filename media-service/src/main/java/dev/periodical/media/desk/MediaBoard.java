package dev.periodical.media.desk;

import dev.periodical.desk.Board;
import dev.periodical.desk.ConsumerBoard;
import dev.periodical.desk.DeskConfig;
import dev.periodical.desk.Snapshot;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.FrontierFigures;
import dev.periodical.media.frontier.FrontierFigures.Kept;
import dev.periodical.media.frontier.HostLedger;
import dev.periodical.media.frontier.HostLedger.Condition;
import dev.periodical.media.frontier.PictureFilter;
import dev.periodical.media.frontier.PictureLedger;
import dev.periodical.media.frontier.PictureState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Gathers what the page shows; what is away leaves its part open. */
@ApplicationScoped
class MediaBoard implements Board {

    private static final int MOST_HOSTS = 50;
    private static final int LATEST = 20;

    /** What the store holds is summed over all pictures, and changes slowly. */
    private static final Duration SUMMED = Duration.ofMinutes(1);

    private static final PictureFilter LOST =
            new PictureFilter(Set.of(PictureState.FAILED, PictureState.REFUSED), null, null, null);

    private final FrontierFigures frontier;
    private final PictureLedger pictures;
    private final HostLedger hosts;
    private final ConsumerBoard consumer;
    private final Clock clock = Clock.systemUTC();
    private final Snapshot<Kept> kept;
    private final Snapshot<MediaFigures> figures;

    MediaBoard(
            FrontierFigures frontier,
            PictureLedger pictures,
            HostLedger hosts,
            ConsumerBoard consumer,
            DeskConfig config) {
        this.frontier = frontier;
        this.pictures = pictures;
        this.hosts = hosts;
        this.consumer = consumer;
        this.kept = new Snapshot<>(frontier::kept, SUMMED);
        this.figures = new Snapshot<>(this::gather, config.refresh());
    }

    private Uni<MediaFigures> gather() {
        return Uni.combine()
                .all()
                .unis(
                        orNothing(frontier.at(clock.instant(), MOST_HOSTS)),
                        orNothing(kept.now()),
                        orNothing(pictures.list(LOST, null, LATEST)),
                        orNothing(hosts.list(Condition.RESTING, null, null, MOST_HOSTS)),
                        consumer.now())
                .with(MediaFigures::new);
    }

    private static <T> Uni<T> orNothing(Uni<T> answer) {
        return answer.onFailure(TransientFailure.class).recoverWithNull();
    }

    Uni<MediaFigures> now() {
        return figures.now();
    }

    @Override
    public String service() {
        return "media";
    }

    @Override
    public Uni<String> state() {
        return now().map(MediaFigures::toString);
    }

    @Override
    public void renew() {
        figures.renew();
    }
}
