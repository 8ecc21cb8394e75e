package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Looks at one picture's bytes while they pass on to wherever they go: feed every chunk in order, stop at the first
 * refusal, ask for the finding at the end. Not for more than one thread at a time, nor for more than one picture.
 *
 * <p>Never throws on any bytes; keeps at most 64 KiB of them.
 */
public final class Inspection {

    private static final int CHUNK = 1 << 16;

    private final InspectPolicy policy;
    private final ByteBuffer head = ByteBuffer.allocate(Magic.LENGTH);
    private long seen;
    private Scan scan;
    private NoPicture refusal;

    public Inspection(InspectPolicy policy) {
        this.policy = policy;
    }

    /**
     * Looks at all the bytes there are, a chunk at a time; stops early at a refusal.
     *
     * @return what they are: where they end too early they are {@link FailureReason#DAMAGED}, for no more will come
     */
    public static Finding whole(InputStream bytes, InspectPolicy policy) throws IOException {
        var inspection = new Inspection(policy);
        var chunk = new byte[CHUNK];
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            if (inspection.feed(ByteBuffer.wrap(chunk, 0, read)).isPresent()) {
                break;
            }
        }
        var finding = inspection.finish();
        return finding instanceof NoPicture no && no.reason() == FailureReason.TRUNCATED
                ? new NoPicture(FailureReason.DAMAGED, no.detail())
                : finding;
    }

    /** Like {@link #feed(ByteBuffer)}. */
    public Optional<FailureReason> feed(byte[] chunk) {
        return feed(ByteBuffer.wrap(chunk));
    }

    /**
     * The next bytes; the buffer is left as it was.
     *
     * @return why reading on is pointless, as soon as that is certain; from then on every call says so
     */
    public Optional<FailureReason> feed(ByteBuffer chunk) {
        var bytes = chunk.slice();
        seen += bytes.remaining();
        if (refusal == null && seen > policy.maxBytes()) {
            refusal = new NoPicture(FailureReason.TOO_LARGE, "more than " + policy.maxBytes() + " bytes");
        }
        if (refusal == null) {
            look(bytes);
        }
        return Optional.ofNullable(refusal).map(NoPicture::reason);
    }

    /** What the bytes were; to be asked once, after the last of them. */
    public Finding finish() {
        if (refusal == null && scan == null) {
            if (seen == 0) {
                return new NoPicture(FailureReason.EMPTY, "no bytes");
            }
            begin();
        }
        return refusal == null ? scan.finish() : refusal;
    }

    private void look(ByteBuffer bytes) {
        if (scan == null) {
            while (head.hasRemaining() && bytes.hasRemaining()) {
                head.put(bytes.get());
            }
            if (head.hasRemaining()) {
                return;
            }
            begin();
        }
        if (refusal == null) {
            scan.feed(bytes);
            refusal = scan.refusal().orElse(null);
        }
    }

    private void begin() {
        head.flip();
        scan = Magic.scan(head, policy);
        scan.feed(head);
        refusal = scan.refusal().orElse(null);
    }
}
