package dev.periodical.ingest.submission;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets documents be read side by side as far as the heap bears it, and the others wait in order: a document of 8 MiB needs
 * more than a hundred MiB until Kafka has it (text, tree, sanitised tree, JSON, record), one of 8 KiB next to nothing. What
 * is begun is finished even if its client goes away, for a reader can't be stopped and its memory must stay counted.
 */
@ApplicationScoped
class Workroom {

    /** Bytes of heap for a byte of document: an estimate under which 16 documents of 8 MiB at once were borne by 256 MiB. */
    private static final int EXPANSION = 16;

    private final long size;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private long used;

    /** Half of the heap: the other half is for what waits, for Kafka's buffer and for the service itself. */
    @Inject
    Workroom() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    Workroom(long size) {
        this.size = size;
    }

    /**
     * Does the work as soon as there is room. A document larger than the whole room is alone in it.
     *
     * @param bytes the document's length
     */
    <T> Uni<T> when(long bytes, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().emitter(result -> {
            Place place = new Place(Math.min(size, bytes * EXPANSION));
            place.begin = () -> begin(work, place, result);
            result.onTermination(() -> forget(place));
            synchronized (this) {
                waiting.add(place);
            }
            admit();
        });
    }

    private <T> void begin(Supplier<Uni<? extends T>> work, Place place, UniEmitter<? super T> result) {
        Uni.createFrom()
                .<T>deferred(work)
                .onTermination()
                .invoke(() -> leave(place))
                .subscribe()
                .with(result::complete, result::fail);
    }

    private void admit() {
        for (Place next = next(); next != null; next = next()) {
            next.begin.run();
        }
    }

    private synchronized Place next() {
        Place next = waiting.peek();
        if (next == null || used + next.weight > size) {
            return null;
        }
        used += next.weight;
        return waiting.poll();
    }

    private void leave(Place place) {
        synchronized (this) {
            used -= place.weight;
        }
        admit();
    }

    /** One that waited and whose client has gone; nothing where it has begun. */
    private void forget(Place place) {
        synchronized (this) {
            waiting.remove(place);
        }
        admit();
    }

    private static final class Place {

        private final long weight;
        private Runnable begin;

        Place(long weight) {
            this.weight = weight;
        }
    }
}
