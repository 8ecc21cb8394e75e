package dev.periodical.local.prove;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts documents at a steady rate, whatever becomes of them, and each again until it is accepted or its patience ends. The key
 * is the identity, so an attempt whose answer got lost is the same article once more.
 */
final class Poster {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How many documents show one picture: painting costs the demo's hosts more than keeping costs the suite. */
    private static final int SHARED_BY = 4;

    private final Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ATTEMPT)
            .build();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger worstAttempts = new AtomicInteger();
    private final AtomicLong worstMillis = new AtomicLong();
    private final URI ingest;
    private final String token;
    private final String prefix;

    Poster(URI ingest, String token, String prefix) {
        this.ingest = ingest;
        this.token = token;
        this.prefix = prefix;
    }

    Posted run(int rate, Duration time) throws InterruptedException {
        var documents = new ArrayList<CompletableFuture<Void>>();
        long begin = System.nanoTime();
        int count = Math.toIntExact(rate * time.toSeconds());
        for (int n = 0; n < count; n++) {
            var due = begin + n * 1_000_000_000L / rate;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            documents.add(attempt(n, 1, System.nanoTime()));
        }
        CompletableFuture.allOf(documents.toArray(CompletableFuture[]::new)).join();
        return new Posted(accepted.get(), givenUp.get(), refusals.get(), worstAttempts.get(), worstMillis.get());
    }

    private CompletableFuture<Void> attempt(int n, int attempts, long begin) {
        return client.sendAsync(request(n), HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() == 202)
                .thenCompose(taken -> taken ? accept(attempts, begin) : again(n, attempts, begin));
    }

    private CompletableFuture<Void> accept(int attempts, long begin) {
        accepted.incrementAndGet();
        worstAttempts.accumulateAndGet(attempts, Math::max);
        worstMillis.accumulateAndGet(millis(begin), Math::max);
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> again(int n, int attempts, long begin) {
        refusals.incrementAndGet();
        if (millis(begin) > PATIENCE.toMillis()) {
            givenUp.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(waited -> attempt(n, attempts + 1, begin));
    }

    private HttpRequest request(int n) {
        var key = prefix + "-" + n;
        return HttpRequest.newBuilder(ingest.resolve("/articles/" + key))
                .timeout(ATTEMPT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/markdown; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString(document(key, n / SHARED_BY)))
                .build();
    }

    private String document(String key, int picture) {
        return """
                ---
                title: %s
                author: 街巷周刊
                date: Wed, 02 Mar 2022 10:48:00 GMT
                ---
                <p>正文 %s</p>
                <p><img src="https://cors.example-worker.dev/?http://static.pictures.example/%s-%d.png"></p>
                """.formatted(key, key, prefix, picture);
    }

    private static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
