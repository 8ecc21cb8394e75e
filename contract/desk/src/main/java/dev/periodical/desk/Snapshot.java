package dev.periodical.desk;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Figures that cost something to gather, gathered once for however many ask at a time, and again when they are older than
 * {@code age}. A failure is kept for as long.
 */
public final class Snapshot<T> {

    private final Supplier<Uni<T>> source;
    private final Duration age;
    private volatile Uni<T> current;

    public Snapshot(Supplier<Uni<T>> source, Duration age) {
        this.source = source;
        this.age = age;
        renew();
    }

    public Uni<T> now() {
        return current;
    }

    /** Has the next one who asks gather them anew. */
    public void renew() {
        current = Uni.createFrom().deferred(source::get).memoize().forFixedDuration(age);
    }
}
