package dev.periodical.ingest.submission;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body, however long, for a thread that may wait. The connection is read as fast as the reader reads, {@value
 * #AHEAD} chunks ahead and no more. Made on the request's event loop.
 */
final class BodyStream extends InputStream {

    private static final int AHEAD = 32;
    private static final int AT_ONCE = 8;
    private static final long LEFTOVER_MILLIS = 5_000;

    private sealed interface Arrival {}

    private record Chunk(Buffer bytes) implements Arrival {}

    private record End() implements Arrival {}

    private record Cut(Throwable why) implements Arrival {}

    private final HttpServerRequest request;
    private final Context context;
    private final Duration patience;
    private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
    private Buffer chunk = Buffer.buffer();
    private int at;
    private int taken;
    private boolean ended;

    /** @param patience how long to wait for the next bytes */
    BodyStream(HttpServerRequest request, Context context, Duration patience) {
        this.request = request;
        this.context = context;
        this.patience = patience;
        request.pause();
        request.handler(bytes -> arrived.add(new Chunk(bytes)));
        request.endHandler(end -> arrived.add(new End()));
        request.exceptionHandler(cut -> arrived.add(new Cut(cut)));
        request.fetch(AHEAD);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length()) {
            if (ended || !arrive()) {
                return -1;
            }
        }
        int count = Math.min(length, chunk.length() - at);
        chunk.getBytes(at, at + count, into, offset);
        at += count;
        return count;
    }

    private boolean arrive() throws IOException {
        Arrival next = waited();
        if (next instanceof Cut cut) {
            throw new IOException("the connection broke", cut.why());
        }
        if (next instanceof Chunk more) {
            chunk = more.bytes();
            at = 0;
            if (++taken % AT_ONCE == 0) {
                context.runOnContext(ready -> request.fetch(AT_ONCE));
            }
            return true;
        }
        ended = true;
        return false;
    }

    private Arrival waited() throws IOException {
        try {
            Arrival next = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new InterruptedIOException("no bytes came for " + patience.toSeconds() + " seconds");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service stops");
        }
    }

    /** Wakes the reader up: nothing more is to be read. */
    void cut(Throwable why) {
        arrived.add(new Cut(why));
    }

    /**
     * Lets go of what is not read: it is taken off the wire unread, so that the sender gets to see the answer, and if it does
     * not end soon the connection does. On the event loop.
     */
    void discard(Vertx vertx) {
        if (!request.isEnded()) {
            arrived.clear();
            long timer =
                    vertx.setTimer(LEFTOVER_MILLIS, late -> request.connection().close());
            request.handler(unread -> {});
            request.endHandler(end -> vertx.cancelTimer(timer));
            request.exceptionHandler(gone -> vertx.cancelTimer(timer));
            request.resume();
        }
    }
}
