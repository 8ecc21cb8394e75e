package dev.periodical.media.serve;

import dev.periodical.media.inspect.MediaFormat;
import dev.periodical.media.poison.Likeness;
import dev.periodical.media.raster.Look;
import dev.periodical.media.raster.Looking;
import dev.periodical.media.raster.Raster;
import dev.periodical.media.spool.Spool;
import dev.periodical.media.store.Copying;
import dev.periodical.media.store.PictureStore;
import dev.periodical.media.store.StoredPicture;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** How a kept picture looks, for whoever wants others that look like it to be known. */
@ApplicationScoped
class KeptLook {

    private final PictureStore store;
    private final Spool spool;
    private final Copying copying;
    private final Looking looking;

    KeptLook(PictureStore store, Spool spool, Copying copying, Looking looking) {
        this.store = store;
        this.spool = spool;
        this.copying = copying;
        this.looking = looking;
    }

    /**
     * @return null where no such picture is kept, empty where it can't be decoded; fails with {@link
     *     dev.periodical.events.kafka.TransientFailure}
     */
    Uni<Optional<String>> dhash(String mediaId) {
        return store.open(mediaId, null)
                .chain(picture -> picture == null
                        ? Uni.createFrom().nullItem()
                        : format(picture)
                                .map(format -> spool.with(file ->
                                                copying.into(file, picture).chain(() -> looking.at(file, format)))
                                        .map(Look::raster)
                                        .map(raster -> raster.map(KeptLook::dhash)))
                                .orElseGet(
                                        () -> picture.bytes().collect().last().replaceWith(Optional.<String>empty())));
    }

    private static String dhash(Raster raster) {
        return Likeness.of(raster).hex();
    }

    private static Optional<MediaFormat> format(StoredPicture picture) {
        return Stream.of(MediaFormat.values())
                .filter(format -> format.contentType().equals(picture.contentType()))
                .findFirst();
    }
}
