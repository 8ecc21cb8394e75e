package dev.periodical.media.handin;

import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaStored;
import dev.periodical.events.Sha256;
import dev.periodical.media.frontier.Attempt;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.inspect.Inspection;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.store.PictureStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps handed-in bytes as the picture of a ref, whatever its state was: bytes, event, row, in this order, so that doing it
 * again after a crash is doing it once.
 */
@ApplicationScoped
public class HandIn {

    private static final int CHUNK = 1 << 16;

    private final InspectPolicy policy;
    private final PictureStore store;
    private final MediaPublisher publisher;
    private final Settlement settlement;
    private final Clock clock = Clock.systemUTC();

    HandIn(InspectPolicy policy, PictureStore store, MediaPublisher publisher, Settlement settlement) {
        this.policy = policy;
        this.store = store;
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
                .item(() -> inspected(ref, url, file))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(stored -> store.put(stored.mediaId(), stored.contentType(), file)
                        .chain(() -> publisher.publish(stored, null))
                        .chain(() -> settlement.handedIn(stored, List.of(attempt(stored, began)))));
    }

    private MediaStored inspected(String ref, String url, Path file) {
        Inspection inspection = new Inspection(policy);
        var digest = Sha256.digest();
        long size = 0;
        try (var bytes = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                size += read;
                digest.update(chunk, 0, read);
                inspection.feed(Arrays.copyOf(chunk, read)).ifPresent(reason -> {
                    throw new NoPicture(reason, "seen within its first bytes");
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that were handed in can't be read", e);
        }
        Finding finding = inspection.finish();
        if (finding instanceof Finding.NoPicture no) {
            // All of it came: what ends early is damaged, not cut.
            throw new NoPicture(
                    no.reason() == FailureReason.TRUNCATED ? FailureReason.DAMAGED : no.reason(), no.detail());
        }
        Finding.Picture picture = (Finding.Picture) finding;
        return new MediaStored(
                ref,
                url,
                null,
                Sha256.hex(digest),
                picture.format().contentType(),
                size,
                picture.width(),
                picture.height(),
                null,
                null);
    }

    private Attempt attempt(MediaStored stored, Instant began) {
        int millis = (int) Duration.between(began, clock.instant()).toMillis();
        return new Attempt(began, stored.url(), null, null, null, null, "handed in", stored.size(), millis);
    }
}
