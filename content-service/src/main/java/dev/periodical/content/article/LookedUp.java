package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** What need not be exact: looked up once a minute. */
final class LookedUp<V> {

    private static final long EVERY = Duration.ofMinutes(1).toNanos();

    private record Known<V>(V value, long at) {}

    private volatile Known<V> known;

    /** What is known, or what the look-up finds, which may be null. */
    Uni<V> or(Supplier<Uni<V>> lookUp) {
        Known<V> before = known;
        if (before != null && System.nanoTime() - before.at() < EVERY) {
            return Uni.createFrom().item(before.value());
        }
        return lookUp.get().invoke(value -> known = new Known<>(value, System.nanoTime()));
    }
}
