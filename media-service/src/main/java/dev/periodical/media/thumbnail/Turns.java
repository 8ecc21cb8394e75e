package dev.periodical.media.thumbnail;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets so many pieces of asynchronous work go on at once, and so many wait, without a thread for any of them. */
final class Turns {

    private final int queue;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce, int queue) {
        this.free = atOnce;
        this.queue = queue;
    }

    /** @return fails with {@link TransientFailure} where too many wait */
    <T> Uni<T> take(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<Void>emitter(turn -> begin(
                        () -> turn.complete(null),
                        () -> turn.fail(new TransientFailure("more thumbnails wait to be made than may", null))))
                .chain(mine ->
                        Uni.createFrom().deferred(work::get).onTermination().invoke(this::end));
    }

    private void begin(Runnable go, Runnable full) {
        Runnable next;
        synchronized (this) {
            if (free > 0) {
                free--;
                next = go;
            } else if (waiting.size() < queue) {
                waiting.add(go);
                return;
            } else {
                next = full;
            }
        }
        next.run();
    }

    private void end() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
