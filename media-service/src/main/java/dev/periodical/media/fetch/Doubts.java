package dev.periodical.media.fetch;

import dev.periodical.events.MediaStored;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.frontier.Sightings;
import dev.periodical.media.frontier.Sightings.Alike;
import dev.periodical.media.keep.Keeping;
import dev.periodical.media.poison.Suspicion;
import dev.periodical.media.publish.MediaPublisher;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps suspect bytes while something better is looked for: bytes, event, row. They replace nothing that was kept before, and
 * a sound picture replaces them. What a host gave for many addresses makes those before it suspect as well.
 */
@ApplicationScoped
class Doubts {

    private final Keeping keeping;
    private final MediaPublisher publisher;
    private final Settlement settlement;
    private final Sightings sightings;

    Doubts(Keeping keeping, MediaPublisher publisher, Settlement settlement, Sightings sightings) {
        this.keeping = keeping;
        this.publisher = publisher;
        this.settlement = settlement;
        this.sightings = sightings;
    }

    /**
     * @param host that answered
     * @return fails with {@link dev.periodical.events.kafka.TransientFailure} when a service of ours is away
     */
    Uni<Void> keep(Climb climb, MediaStored suspect, Download download, Suspicion suspicion, String host) {
        Uni<Void> own = climb.picture().kept() != null
                ? Uni.createFrom().voidItem()
                : keeping.keep(suspect, download.file(), climb.picture().traceparent())
                        .chain(() -> settlement.doubted(suspect));
        return suspicion.repeated() ? own.chain(() -> earlier(suspect, host)) : own;
    }

    private Uni<Void> earlier(MediaStored suspect, String host) {
        return sightings
                .alike(suspect.mediaId(), host, suspect.suspect())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : published(found)
                                .chain(() -> sightings.reopen(
                                        suspect.mediaId(),
                                        found.stream()
                                                .map(alike -> alike.stored().ref())
                                                .toList(),
                                        suspect.suspect())));
    }

    private Uni<Void> published(List<Alike> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(alike -> publisher.publish(alike.stored(), alike.traceparent()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
