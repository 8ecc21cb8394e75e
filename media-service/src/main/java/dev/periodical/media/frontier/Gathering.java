package dev.periodical.media.frontier;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Does together what comes while the last of it is still being done: one at a time costs nothing extra, many at a time cost
 * one transaction. Each is told how it went; where many together fail for a reason that is theirs, each is done alone. For
 * any thread.
 */
final class Gathering<T, R> {

    private static final int MOST = 256;
    private static final int AT_ONCE = 2;

    private record Waiting<T, R>(T item, UniEmitter<? super R> done) {}

    private final Function<List<T>, Uni<List<R>>> work;
    private final Deque<Waiting<T, R>> queue = new ArrayDeque<>();
    private int running;

    /** @param work gives what came of each, in the order of the items; all of them or none are done */
    Gathering(Function<List<T>, Uni<List<R>>> work) {
        this.work = work;
    }

    /** For work of which nothing comes but that it is done. */
    static <T> Gathering<T, Void> ofEffects(Function<List<T>, Uni<Void>> work) {
        return new Gathering<>(items -> work.apply(items).replaceWith(Collections.nCopies(items.size(), null)));
    }

    /** @return completes when this one is done, fails when it could not be */
    Uni<R> add(T item) {
        return Uni.createFrom().emitter(done -> {
            synchronized (this) {
                queue.add(new Waiting<>(item, done));
            }
            next();
        });
    }

    private void next() {
        List<Waiting<T, R>> taken = new ArrayList<>();
        synchronized (this) {
            if (running == AT_ONCE || queue.isEmpty()) {
                return;
            }
            running++;
            while (taken.size() < MOST && !queue.isEmpty()) {
                taken.add(queue.poll());
            }
        }
        work.apply(taken.stream().map(Waiting::item).toList())
                .subscribe()
                .with(
                        results -> {
                            ended();
                            for (int i = 0; i < taken.size(); i++) {
                                taken.get(i).done().complete(results.get(i));
                            }
                        },
                        failure -> apart(taken, failure));
    }

    private void apart(List<Waiting<T, R>> taken, Throwable failure) {
        if (failure instanceof TransientFailure || taken.size() == 1) {
            ended();
            taken.forEach(one -> one.done().fail(failure));
            return;
        }
        Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(List.of(one.item()))
                        .invoke(results -> one.done().complete(results.get(0)))
                        .onFailure()
                        .invoke(alone -> one.done().fail(alone))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(one -> {}, fault -> ended(), this::ended);
    }

    private void ended() {
        synchronized (this) {
            running--;
        }
        next();
    }
}
