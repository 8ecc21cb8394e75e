package dev.periodical.media.thumbnail;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.PublicAddresses;
import dev.periodical.media.spool.Spool;
import dev.periodical.media.store.Copying;
import dev.periodical.media.store.ObjectName;
import dev.periodical.media.store.PictureStore;
import dev.periodical.media.store.StoredPicture;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens thumbnails, making them where they are missing: once for all who ask at the same time, and harmlessly twice by two
 * replicas, for the bucket keeps the first. What can't or need not be made smaller is remembered as an empty object, and the
 * picture itself stands in.
 */
@ApplicationScoped
public class Thumbnails {

    /** The widths there are, in pixels. */
    public static final List<Integer> WIDTHS = PublicAddresses.THUMBNAIL_WIDTHS;

    private final PictureStore store;
    private final Spool spool;
    private final Making making;
    private final Copying copying;
    private final Turns turns;
    private final Timer timer;
    private final Map<String, Uni<Boolean>> underWay = new ConcurrentHashMap<>();

    Thumbnails(
            ThumbnailConfig config,
            PictureStore store,
            Spool spool,
            Making making,
            Copying copying,
            MeterRegistry registry) {
        this.store = store;
        this.spool = spool;
        this.making = making;
        this.copying = copying;
        this.turns = new Turns(config.atOnce(), config.queue());
        this.timer = Timer.builder("periodical.media.thumbnails")
                .description("making a thumbnail, from the picture in the bucket to the thumbnail there")
                .register(registry);
    }

    /**
     * Opens one, or the picture itself.
     *
     * @param width one of {@link #WIDTHS}; the thumbnail is no wider
     * @return null where no such picture is kept; fails with {@link TransientFailure} when the store is away or too many wait
     */
    public Uni<StoredPicture> open(String mediaId, int width) {
        String name = ObjectName.thumbnail(mediaId, width);
        return store.open(name, null)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : made(name, mediaId, width)
                                .chain(kept -> kept
                                        ? store.open(name, null)
                                        : Uni.createFrom().nullItem()))
                .chain(found -> found != null && Making.AS_IT_IS.equals(found.contentType())
                        ? found.bytes().collect().last().chain(() -> store.open(mediaId, null))
                        : Uni.createFrom().item(found));
    }

    private Uni<Boolean> made(String name, String mediaId, int width) {
        return underWay.computeIfAbsent(
                name,
                first -> turns.take(() -> missing(name)
                                .chain(miss -> miss
                                        ? make(name, mediaId, width)
                                        : Uni.createFrom().item(true)))
                        .onTermination()
                        .invoke(() -> underWay.remove(name))
                        .memoize()
                        .indefinitely());
    }

    /** Asked again in its turn: who found none just before another's turn ended must not make it once more. */
    private Uni<Boolean> missing(String name) {
        return store.open(name, "bytes=0-0")
                .chain(found -> found == null
                        ? Uni.createFrom().item(true)
                        : found.bytes().collect().last().replaceWith(false));
    }

    /** @return whether the picture is kept */
    private Uni<Boolean> make(String name, String mediaId, int width) {
        Timer.Sample sample = Timer.start();
        return store.open(mediaId, null)
                .chain(picture -> picture == null
                        ? Uni.createFrom().item(false)
                        : spool.with(file -> copying.into(file, picture)
                                        .chain(() -> making.shrink(file, width))
                                        .chain(type -> store.put(name, type, file)))
                                .replaceWith(true))
                .invoke(() -> sample.stop(timer));
    }
}
