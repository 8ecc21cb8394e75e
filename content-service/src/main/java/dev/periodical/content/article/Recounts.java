package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Counts that took long are told again for a while, and meanwhile counted anew behind the asker's back: a large archive would
 * else be read whole for each of them. What is counted fast is counted each time, and once for all who ask meanwhile.
 *
 * <p>An answer that is {@value #SHARE} times as old as it took to count is counted anew, and none is told that is older than twice
 * that, or than a minute where that is more; when counting anew fails, it is forgotten, and the next asker learns why.
 *
 * @param <K> the question
 * @param <V> its answer
 */
final class Recounts<K, V> {

    private static final int SHARE = 10;
    private static final long LONG = Duration.ofMillis(100).toNanos();
    private static final long OLDEST = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 200;

    /** @param took how long counting took */
    private record Told<V>(V answer, long since, long took) {

        boolean tooOld(long now) {
            return now - since > Math.max(OLDEST, 2 * took * SHARE);
        }

        boolean toBeRenewed(long now) {
            return now - since > took * SHARE;
        }
    }

    private final LongSupplier nanos;
    private final Map<K, Told<V>> told = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<K, Uni<V>> counting = new HashMap<>();

    /** @param nanos a clock that never goes back */
    Recounts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The answer, counted now or not long ago. */
    Uni<V> of(K question, Supplier<Uni<V>> count) {
        return Uni.createFrom().deferred(() -> {
            Told<V> known;
            synchronized (told) {
                known = told.get(question);
            }
            long now = nanos.getAsLong();
            if (known == null || known.tooOld(now)) {
                return counted(question, count);
            }
            if (known.toBeRenewed(now)) {
                counted(question, count).subscribe().with(done -> {}, failure -> forget(question));
            }
            return Uni.createFrom().item(known.answer());
        });
    }

    private Uni<V> counted(K question, Supplier<Uni<V>> count) {
        synchronized (told) {
            return counting.computeIfAbsent(question, any -> begun(question, count));
        }
    }

    private Uni<V> begun(K question, Supplier<Uni<V>> count) {
        return Uni.createFrom()
                .deferred(() -> {
                    long begin = nanos.getAsLong();
                    return count.get().invoke(answer -> keep(question, answer, begin));
                })
                .onTermination()
                .invoke(() -> {
                    synchronized (told) {
                        counting.remove(question);
                    }
                })
                .memoize()
                .indefinitely();
    }

    private void keep(K question, V answer, long begin) {
        long took = nanos.getAsLong() - begin;
        synchronized (told) {
            if (took < LONG) {
                told.remove(question);
            } else {
                told.put(question, new Told<>(answer, begin, took));
                if (told.size() > MOST) {
                    told.remove(told.keySet().iterator().next());
                }
            }
        }
    }

    private void forget(K question) {
        synchronized (told) {
            told.remove(question);
        }
    }
}
