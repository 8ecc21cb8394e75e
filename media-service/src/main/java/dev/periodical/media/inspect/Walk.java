package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Walks a binary structure block by block: a format says how many bytes it wants to see next, or how many to pass over,
 * and is handed exactly those, however the bytes were cut into chunks. Holds one block, of at most 64 KiB.
 */
abstract class Walk implements Scan {

    static final int MAX_BLOCK = 64 * 1024;

    final Canvas canvas;
    private final MediaFormat format;
    private final ByteOrder order;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long skip;
    private int sought = -1;
    private boolean complete;
    private NoPicture refusal;

    Walk(MediaFormat format, ByteOrder order, InspectPolicy policy) {
        this.format = format;
        this.order = order;
        this.canvas = new Canvas(policy);
    }

    /** The block asked for by the last {@link #read}, in the format's byte order. Must ask for the next step. */
    abstract void block(ByteBuffer block);

    /** Whether the format calls itself a sequence, whatever the frames counted. */
    boolean sequence() {
        return false;
    }

    /** Whether the bytes may end here though {@link #complete} was not said. */
    boolean mayEnd() {
        return false;
    }

    @Override
    public final void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && !complete && refusal == null) {
            if (skip > 0) {
                var step = (int) Math.min(skip, bytes.remaining());
                bytes.position(bytes.position() + step);
                skip -= step;
            } else if (sought >= 0) {
                seekIn(bytes);
            } else {
                fill(bytes);
            }
        }
        bytes.position(bytes.limit());
    }

    @Override
    public final Optional<NoPicture> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public final Finding finish() {
        if (refusal != null) {
            return refusal;
        }
        var whole = complete || mayEnd() && atBoundary();
        if (!whole) {
            return new NoPicture(FailureReason.TRUNCATED, "the " + format + " ends too early");
        }
        return canvas.picture(format, sequence());
    }

    /** Next, hand over so many bytes. */
    final void read(int length) {
        block = ByteBuffer.allocate(length).order(order);
    }

    /** Next, pass over so many bytes, then do what {@link #read} says. */
    final void skip(long length) {
        skip = length;
    }

    /** Next, pass over everything up to and including this byte, then do what {@link #read} says. */
    final void seek(int wanted) {
        sought = wanted;
    }

    /** The structure's end was seen: what follows does not matter. */
    final void complete() {
        complete = true;
    }

    final void refuse(Optional<NoPicture> why) {
        why.ifPresent(no -> refusal = no);
    }

    final void damaged(String detail) {
        refuse(Optional.of(new NoPicture(FailureReason.DAMAGED, "a " + format + " with " + detail)));
    }

    private boolean atBoundary() {
        return skip == 0 && sought < 0 && block.position() == 0;
    }

    private void seekIn(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if ((bytes.get() & 0xff) == sought) {
                sought = -1;
                return;
            }
        }
    }

    private void fill(ByteBuffer bytes) {
        var step = Math.min(block.remaining(), bytes.remaining());
        block.put(block.position(), bytes, bytes.position(), step);
        block.position(block.position() + step);
        bytes.position(bytes.position() + step);
        if (!block.hasRemaining()) {
            block(block.flip());
        }
    }
}
