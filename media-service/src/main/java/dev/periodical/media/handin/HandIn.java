package dev.periodical.media.handin;

import dev.periodical.events.MediaStored;
import dev.periodical.events.Sha256;
import dev.periodical.media.frontier.Attempt;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.inspect.Inspection;
import dev.periodical.media.keep.Keeping;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.raster.Look;
import dev.periodical.media.raster.Looking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keeps handed-in bytes as the picture of a ref, whatever its state was: bytes, event, row, in this order, so that doing it
 * again after a crash is doing it once.
 */
@ApplicationScoped
public class HandIn {

    private final InspectPolicy policy;
    private final Looking looking;
    private final Keeping keeping;
    private final MediaPublisher publisher;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    HandIn(InspectPolicy policy, Looking looking, Keeping keeping, MediaPublisher publisher, Settlement settlement) {
        this.policy = policy;
        this.looking = looking;
        this.keeping = keeping;
        this.publisher = publisher;
        this.settlement = settlement;
    }

    /**
     * Keeps a file as a picture.
     *
     * @param ref the image ref
     * @param url the URL as an article has it, whose SHA-256 the ref is
     * @param file the bytes; read on a worker thread, a chunk at a time
     * @return completes when the row is settled; fails with {@link NoPicture}, or with {@link
     *     dev.periodical.events.kafka.TransientFailure} when a service of ours is away
     */
    public Uni<Void> keep(String ref, String url, Path file) {
        Instant began = clock.instant();
        return Uni.createFrom()
                .item(() -> inspected(file))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(found -> looking.at(file, found.picture().format()).map(look -> found.fact(ref, url, look)))
                .chain(stored -> keeping.keep(stored, file, null)
                        .chain(() -> settlement.handedIn(stored, began, List.of(attempt(stored, began))))
                        .chain(raced -> raced
                                ? publisher.publish(stored, null)
                                : Uni.createFrom().voidItem()));
    }

    private Found inspected(Path file) {
        var digest = Sha256.digest();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            Finding finding = Inspection.whole(bytes, policy);
            if (finding instanceof Finding.NoPicture no) {
                throw new NoPicture(no.reason(), no.detail());
            }
            return new Found((Finding.Picture) finding, Sha256.hex(digest), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that were handed in can't be read", e);
        }
    }

    private record Found(Finding.Picture picture, String mediaId, long size) {

        MediaStored fact(String ref, String url, Look look) {
            return new MediaStored(
                    ref,
                    url,
                    null,
                    mediaId,
                    picture.format().contentType(),
                    size,
                    look.width(picture),
                    look.height(picture),
                    look.blurHash(),
                    null);
        }
    }

    private Attempt attempt(MediaStored stored, Instant began) {
        int millis = (int) Duration.between(began, clock.instant()).toMillis();
        return new Attempt(began, stored.url(), null, null, null, null, "handed in", stored.size(), millis);
    }
}
