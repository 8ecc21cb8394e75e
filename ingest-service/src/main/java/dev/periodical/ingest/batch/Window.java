package dev.periodical.ingest.batch;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What a batch has in work at once: so many items, holding so many bytes. One thread adds and waits for room; another side
 * takes the results, in the order of the items, as it can pass them on. A single item always fits.
 */
public final class Window {

    private static final int CHUNK = 32 << 10;

    private record InWork(CompletableFuture<byte[]> result, long size) {}

    private final int mostItems;
    private final long mostBytes;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<InWork> inWork = new ArrayDeque<>();
    private CompletableFuture<byte[]> asked;
    private Supplier<byte[]> last;
    private long bytes;
    private int mostSeen;
    private boolean closed;

    /** @param patience how long to wait for room: whoever takes no results for so long has gone */
    public Window(int mostItems, long mostBytes, Duration patience) {
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    /**
     * Waits for room, then begins an item's work.
     *
     * @param work never fails
     * @throws InterruptedIOException when nobody takes the results any more
     */
    public void add(long size, Supplier<CompletionStage<byte[]>> work) throws InterruptedIOException {
        awaitRoom(size);
        CompletableFuture<byte[]> result = work.get().toCompletableFuture();
        lock.lock();
        try {
            inWork.add(new InWork(result, size));
            bytes += size;
            mostSeen = Math.max(mostSeen, inWork.size());
        } finally {
            lock.unlock();
        }
        result.whenComplete((done, failure) -> serve());
    }

    private void awaitRoom(long size) throws InterruptedIOException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!closed && !inWork.isEmpty() && (inWork.size() >= mostItems || bytes + size > mostBytes)) {
                left = room.awaitNanos(left);
                closed |= left <= 0;
            }
            if (closed) {
                throw new InterruptedIOException("nobody takes the results");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service stops");
        } finally {
            lock.unlock();
        }
    }

    /** No more items come. The closing words are asked for when every result has been taken. */
    public void end(Supplier<byte[]> closing) {
        lock.lock();
        try {
            last = closing;
        } finally {
            lock.unlock();
        }
        serve();
    }

    /** The next results that are ready, in order, at least one; null after the closing words. Ask one at a time. */
    public CompletionStage<byte[]> next() {
        CompletableFuture<byte[]> wanted = new CompletableFuture<>();
        lock.lock();
        try {
            asked = wanted;
        } finally {
            lock.unlock();
        }
        serve();
        return wanted;
    }

    /** Nobody takes results any more; whoever adds is told so. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The most items that ever were in work at once. */
    int mostSeen() {
        return mostSeen;
    }

    private void serve() {
        CompletableFuture<byte[]> waiting = null;
        byte[] ready = null;
        lock.lock();
        try {
            if (asked != null && !inWork.isEmpty() && inWork.peek().result().isDone()) {
                waiting = asked;
                ready = taken();
            } else if (asked != null && inWork.isEmpty() && last != null) {
                waiting = asked;
                ready = last.get();
                last = () -> null;
            }
            asked = waiting == null ? asked : null;
        } finally {
            lock.unlock();
        }
        if (waiting != null) {
            waiting.complete(ready);
        }
    }

    private byte[] taken() {
        ByteArrayOutputStream ready = new ByteArrayOutputStream();
        while (!inWork.isEmpty() && inWork.peek().result().isDone() && ready.size() < CHUNK) {
            InWork first = inWork.remove();
            ready.writeBytes(first.result().join());
            bytes -= first.size();
        }
        room.signalAll();
        return ready.toByteArray();
    }
}
