package dev.periodical.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void results_leaveInTheOrderOfTheItems() throws Exception {
        Window window = new Window(10, 100, LONG);
        CompletableFuture<byte[]> first = new CompletableFuture<>();
        CompletableFuture<byte[]> second = new CompletableFuture<>();
        window.add(1, () -> first);
        window.add(1, () -> second);

        CompletableFuture<byte[]> taken = window.next().toCompletableFuture();
        second.complete(bytes("2"));
        assertThat(taken).isNotDone();
        first.complete(bytes("1"));

        String all = text(taken.join());
        window.end(() -> bytes("end"));
        while (all.length() < 5) {
            all += text(window.next().toCompletableFuture().join());
        }
        assertThat(all).isEqualTo("12end");
        assertThat(window.next().toCompletableFuture().join()).isNull();
    }

    @Test
    void noMoreThanFits_isEverInWork() throws Exception {
        Window window = new Window(4, 1_000, LONG);
        AtomicInteger begun = new AtomicInteger();
        Thread adding = adding(window, 50, 1, begun);

        await().until(() -> begun.get() == 4 && adding.getState() == Thread.State.TIMED_WAITING);
        int taken = 0;
        while (taken < 50) {
            taken += window.next().toCompletableFuture().join().length;
        }
        adding.join();

        assertThat(window.mostSeen()).isEqualTo(4);
        assertThat(begun).hasValue(50);
    }

    @Test
    void bytesCountToo_butASingleItemAlwaysFits() throws Exception {
        Window window = new Window(100, 10, LONG);
        AtomicInteger begun = new AtomicInteger();
        Thread adding = adding(window, 2, 50, begun);

        await().until(() -> adding.getState() == Thread.State.TIMED_WAITING);
        assertThat(begun).hasValue(1);
        window.next().toCompletableFuture().join();
        adding.join();
        assertThat(begun).hasValue(2);
    }

    @Test
    void whoTakesNothing_isGivenUp() throws Exception {
        Window window = new Window(1, 10, Duration.ofMillis(50));
        window.add(1, () -> CompletableFuture.completedFuture(bytes("x")));

        assertThatThrownBy(() -> window.add(1, CompletableFuture::new)).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void close_wakesTheOneWhoWaits() throws Exception {
        Window window = new Window(1, 10, LONG);
        List<Throwable> told = new ArrayList<>();
        window.add(1, CompletableFuture::new);
        Thread waiting = new Thread(() -> {
            try {
                window.add(1, CompletableFuture::new);
            } catch (InterruptedIOException e) {
                told.add(e);
            }
        });
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        window.close();
        waiting.join();

        assertThat(told).hasSize(1);
    }

    private static Thread adding(Window window, int items, long size, AtomicInteger begun) {
        Thread adding = new Thread(() -> {
            for (int i = 0; i < items; i++) {
                try {
                    window.add(size, () -> {
                        begun.incrementAndGet();
                        return CompletableFuture.completedFuture(bytes("x"));
                    });
                } catch (InterruptedIOException e) {
                    throw new AssertionError(e);
                }
            }
        });
        adding.start();
        return adding;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
