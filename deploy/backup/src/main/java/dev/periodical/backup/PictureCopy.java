package dev.periodical.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Copies the pictures that the other bucket lacks. A picture's key is the digest of its bytes, so what is there under the
 * same key and with the same size is the same picture and is not sent again.
 */
final class PictureCopy {

    private static final int AT_ONCE = 8;

    private final Bucket from;
    private final String fromPrefix;
    private final Bucket to;
    private final String toPrefix;

    PictureCopy(Bucket from, String fromPrefix, Bucket to, String toPrefix) {
        this.from = from;
        this.fromPrefix = fromPrefix;
        this.to = to;
        this.toPrefix = toPrefix;
    }

    /** How many there are, and how many of them were copied now. */
    record Copied(long all, long sent) {}

    Copied run() throws IOException {
        var there = to.all(toPrefix);
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var run = new Run(there, threads);
            from.each(fromPrefix, run::take);
            return run.finish();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            threads.shutdownNow();
        }
    }

    private final class Run {

        private final Map<String, Long> there;
        private final ExecutorService threads;
        private final ArrayDeque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
        private long all;
        private long sent;

        Run(Map<String, Long> there, ExecutorService threads) {
            this.there = there;
            this.threads = threads;
        }

        void take(String key, long size) {
            all++;
            var target = toPrefix + key.substring(fromPrefix.length());
            if (Long.valueOf(size).equals(there.get(target))) {
                return;
            }
            if (underWay.size() == AT_ONCE) {
                await(underWay.remove());
            }
            underWay.add(CompletableFuture.runAsync(() -> copy(key, target), threads));
            sent++;
        }

        Copied finish() {
            underWay.forEach(Run::await);
            return new Copied(all, sent);
        }

        private static void await(CompletableFuture<Void> copied) {
            try {
                copied.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof UncheckedIOException known ? known : failure;
            }
        }
    }

    private void copy(String key, String target) {
        try {
            var object = from.get(key);
            try (var bytes = object.bytes()) {
                to.put(target, bytes, object.size(), object.contentType());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
