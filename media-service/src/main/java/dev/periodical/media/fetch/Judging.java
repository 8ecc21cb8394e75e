package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaStored;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.keep.Keeping;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.plan.Rung;
import dev.periodical.media.poison.Poison;
import dev.periodical.media.poison.Sample;
import dev.periodical.media.poison.Suspicion;
import dev.periodical.media.raster.Look;
import dev.periodical.media.raster.Looking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What a download is worth: a sound picture is kept and settled, a suspect one is kept and doubted, and the climb goes on. */
@ApplicationScoped
class Judging {

    private final Ladder ladder;
    private final Looking looking;
    private final Poison poison;
    private final Keeping keeping;
    private final Doubts doubts;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    Judging(Ladder ladder, Looking looking, Poison poison, Keeping keeping, Doubts doubts, Settlement settlement) {
        this.ladder = ladder;
        this.looking = looking;
        this.poison = poison;
        this.keeping = keeping;
        this.doubts = doubts;
        this.settlement = settlement;
    }

    /**
     * Looked at once, for all that its content is good for.
     *
     * @return null when the picture is settled, else where its climb goes on
     */
    Uni<Climb> keep(Climb climb, Download download, Instant began) {
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
}
