package dev.periodical.media.frontier;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Does together what comes while the last of it is still being done: one at a time costs nothing extra, many at a time cost
 * one transaction. Each is told how it went; where many together fail for a reason that is theirs, each is done alone. For
 * any thread.
 */
final class Gathering<T> {

    private static final int MOST = 256;
    private static final int AT_ONCE = 2;

    private record Waiting<T>(T item, UniEmitter<? super Void> done) {}

    private final Function<List<T>, Uni<Void>> work;
    private final Deque<Waiting<T>> queue = new ArrayDeque<>();
    private int running;

    Gathering(Function<List<T>, Uni<Void>> work) {
        this.work = work;
    }

    /** @return completes when this one is done, fails when it could not be */
    Uni<Void> add(T item) {
        return Uni.createFrom().emitter(done -> {
            synchronized (this) {
                queue.add(new Waiting<>(item, done));
            }
            next();
        });
    }

    private void next() {
        List<Waiting<T>> taken = new ArrayList<>();
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
                        done -> {
                            ended();
                            taken.forEach(one -> one.done().complete(null));
                        },
                        failure -> apart(taken, failure));
    }

    private void apart(List<Waiting<T>> taken, Throwable failure) {
        if (failure instanceof TransientFailure || taken.size() == 1) {
            ended();
            taken.forEach(one -> one.done().fail(failure));
            return;
        }
        Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(List.of(one.item()))
                        .invoke(() -> one.done().complete(null))
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
