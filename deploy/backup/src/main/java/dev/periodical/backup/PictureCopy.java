package dev.periodical.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Copies the pictures that the other bucket lacks. A picture's key is the digest of its bytes, so what is there under the
 * same key and with the same size is the same picture and is not sent again.
 *
 * <p>Both buckets are listed side by side, in the order of their keys, so memory holds a page of each, however many there
 * are. A store that lists in another order costs only pictures sent in vain.
 */
final class PictureCopy {

    /** Each may take its picture's size in memory, 30 MiB at most. */
    private static final int AT_ONCE = 4;

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
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return run(threads);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            threads.shutdownNow();
        }
    }

    private Copied run(ExecutorService threads) throws IOException {
        var underWay = new ArrayDeque<CompletableFuture<Void>>();
        var wanted = from.list(fromPrefix);
        var kept = to.list(toPrefix);
        var there = kept.next();
        long all = 0;
        long sent = 0;
        for (var picture = wanted.next(); picture != null; picture = wanted.next()) {
            all++;
            var key = picture.key();
            var target = new Bucket.Entry(toPrefix + key.substring(fromPrefix.length()), picture.size());
            while (there != null && there.key().compareTo(target.key()) < 0) {
                there = kept.next();
            }
            if (target.equals(there)) {
                continue;
            }
            if (underWay.size() == AT_ONCE) {
                await(underWay.remove());
            }
            underWay.add(CompletableFuture.runAsync(() -> copy(key, target.key()), threads));
            sent++;
        }
        underWay.forEach(PictureCopy::await);
        return new Copied(all, sent);
    }

    private static void await(CompletableFuture<Void> copied) {
        try {
            copied.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof UncheckedIOException known ? known : failure;
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
