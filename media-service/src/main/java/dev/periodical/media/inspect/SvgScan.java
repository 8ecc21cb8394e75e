package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Markup: SVG when its first element is {@code svg}, no picture otherwise. Read as text in an ASCII-compatible encoding;
 * nothing is expanded, so there is nothing to bomb.
 */
final class SvgScan implements Scan {

    private static final int MAX_HEAD = 48 * 1024;
    private static final int FIRST_LOOK = 256;
    private static final int SLICE = 4 * 1024;
    private static final int TAIL = 1024;

    private final StringBuilder head = new StringBuilder();
    private int nextLook = FIRST_LOOK;
    private SvgRoot root;
    private String tail = "";
    private boolean scripted;
    private NoPicture refusal;

    @Override
    public void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && refusal == null) {
            var slice = bytes.slice().limit(Math.min(SLICE, bytes.remaining()));
            bytes.position(bytes.position() + slice.remaining());
            text(StandardCharsets.ISO_8859_1.decode(slice).toString());
        }
        bytes.position(bytes.limit());
    }

    @Override
    public Optional<NoPicture> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public Finding finish() {
        if (root == null && refusal == null) {
            look(true);
        }
        if (refusal != null) {
            return refusal;
        }
        if (!root.selfClosed() && !isClosed()) {
            return new NoPicture(FailureReason.TRUNCATED, "the SVG ends too early");
        }
        return new Finding.Picture(MediaFormat.SVG, root.width(), root.height(), false, scripted);
    }

    private boolean isClosed() {
        var end = tail.lastIndexOf("</" + root.name());
        return end >= 0 && tail.indexOf('>', end) >= 0;
    }

    private void text(String slice) {
        var seen = tail + slice.toLowerCase(Locale.ROOT);
        scripted |= SvgScript.isIn(seen);
        tail = seen.substring(Math.max(0, seen.length() - TAIL));
        if (root == null) {
            head.append(slice, 0, Math.min(slice.length(), MAX_HEAD - head.length()));
            if (head.length() >= nextLook) {
                nextLook = Math.min(MAX_HEAD, 2 * head.length());
                look(head.length() == MAX_HEAD);
            }
        }
    }

    /** Looks for the first element: at doubling lengths, so that the work stays linear however the bytes come. */
    private void look(boolean last) {
        var start = Markup.firstElement(head);
        var end = start < 0 ? -1 : Markup.endOfTag(head, start);
        if (end >= 0) {
            root = SvgRoot.of(head.substring(start, end));
        }
        if (end >= 0 && root == null || end < 0 && last) {
            refusal = new NoPicture(FailureReason.NOT_AN_IMAGE, "markup, but not SVG");
        }
        if (root != null) {
            head.setLength(0);
        }
    }
}
