package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Counts that took long are told again for a while, and meanwhile counted anew behind the asker's back: a large archive would
 * else be read whole for each of them. What is counted fast is counted each time.
 *
 * <p>An answer that is {@value #SHARE} times as old as it took to count is counted anew, and none is told that is older than a
 * minute; when counting anew fails, it is forgotten, and the next asker learns why.
 *
 * @param <K> the question
 * @param <V> its answer
 */
final class Recounts<K, V> {

    private static final int SHARE = 10;
    private static final long LONG = Duration.ofMillis(100).toNanos();
    private static final long OLDEST = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 200;

    private static final class Told<V> {
        private final V answer;
        private final long since;
        private final long renewed;
        private boolean recounting;

        /** @param took how long counting took */
        Told(V answer, long since, long took) {
            this.answer = answer;
            this.since = since;
            this.renewed = since + Math.min(took * SHARE, OLDEST / 2);
        }
    }

    private final LongSupplier nanos;
    private final Map<K, Told<V>> told = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanos a clock that never goes back */
    Recounts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The answer, counted now or not long ago. */
    Uni<V> of(K question, Supplier<Uni<V>> count) {
        return Uni.createFrom().deferred(() -> {
            Told<V> known;
            boolean anew;
            synchronized (told) {
                known = told.get(question);
                if (known == null || nanos.getAsLong() - known.since > OLDEST) {
                    return counted(question, count);
                }
                anew = nanos.getAsLong() > known.renewed && !known.recounting;
                known.recounting |= anew;
            }
            if (anew) {
                counted(question, count).subscribe().with(done -> {}, failure -> forget(question));
            }
            return Uni.createFrom().item(known.answer);
        });
    }

    private Uni<V> counted(K question, Supplier<Uni<V>> count) {
        long begin = nanos.getAsLong();
        return count.get().invoke(answer -> keep(question, answer, begin));
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
