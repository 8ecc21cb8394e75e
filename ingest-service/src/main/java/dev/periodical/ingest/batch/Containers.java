package dev.periodical.ingest.batch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Tells what a batch comes in by its first bytes: they are right where a media type is a guess. */
public final class Containers {

    private static final int LOOK = 1_024;

    private Containers() {}

    /**
     * Opens a batch, folded by gzip or not.
     *
     * @throws BrokenContainer where it is none that is known
     */
    public static Items open(InputStream body, BatchRules rules) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, 64 << 10);
        byte[] head = head(in);
        if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            in = new BufferedInputStream(unfolded(in), 64 << 10);
            head = head(in);
        }
        return known(in, head, rules);
    }

    private static InputStream unfolded(InputStream in) throws IOException {
        Measured folded = new Measured(in);
        try {
            return new Unfolded(new GZIPInputStream(folded, 64 << 10), folded);
        } catch (EOFException | ZipException e) {
            throw new BrokenContainer("it is no gzip, though it begins like one", e);
        }
    }

    private static Items known(InputStream in, byte[] head, BatchRules rules) throws IOException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return TreeItems.zip(in, rules);
        }
        if (text.startsWith("ustar", 257)
                || head.length >= 512 && text.chars().limit(512).allMatch(c -> c == 0)) {
            return TreeItems.tar(in, rules);
        }
        if (start.startsWith("<")) {
            return new XmlFeedItems(in, rules);
        }
        if (text.contains("jsonfeed.org/version") && start.startsWith("{")) {
            return new JsonFeedItems(in, rules);
        }
        if (start.startsWith("{") || head.length == 0) {
            return new LineItems(in, rules);
        }
        throw new BrokenContainer("it is neither tar, zip, lines of JSON, RSS, Atom nor JSON Feed");
    }

    /** The first bytes, no more than it takes to tell: a client may send a line and wait for its answer. */
    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(LOOK);
        try {
            byte[] head = new byte[LOOK];
            int length = 0;
            int count = 0;
            while (count >= 0 && length < LOOK && !lineOfJson(head, length)) {
                count = in.read(head, length, LOOK - length);
                length += Math.max(0, count);
            }
            in.reset();
            return Arrays.copyOf(head, length);
        } catch (EOFException | ZipException e) {
            throw new BrokenContainer("its gzip is damaged or cut off", e);
        }
    }

    private static boolean lineOfJson(byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        return text.startsWith("{") && (text.contains("}\n") || text.contains("}\r\n"));
    }
}
