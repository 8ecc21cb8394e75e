package dev.periodical.ingest.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Tells what a batch comes in by its first bytes: they are right where a media type is a guess. Only a JSON Feed and lines of
 * JSON begin alike: there the media type decides where it says one of them, else whether there is a top-level {@code version}.
 */
public final class Containers {

    private static final int LOOK = 1_024;
    private static final int LOOK_AT_JSON = 32 << 10;
    private static final String JSON_FEED = "application/feed+json";
    private static final String LINES = "application/x-ndjson";
    private static final JsonFactory JSON = new JsonFactory();

    private Containers() {}

    /**
     * Opens a batch, folded by gzip or not.
     *
     * @param type its media type without parameters, or null
     * @throws BrokenContainer where it is none that is known
     */
    public static Items open(InputStream body, String type, BatchRules rules) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, 64 << 10);
        byte[] head = head(in, type);
        if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            in = new BufferedInputStream(unfolded(in), 64 << 10);
            head = head(in, type);
        }
        return known(in, head, type, rules);
    }

    private static InputStream unfolded(InputStream in) throws IOException {
        Measured folded = new Measured(in);
        try {
            return new Unfolded(new GZIPInputStream(folded, 64 << 10), folded);
        } catch (EOFException | ZipException e) {
            throw new BrokenContainer("it is no gzip, though it begins like one", e);
        }
    }

    private static Items known(InputStream in, byte[] head, String type, BatchRules rules) throws IOException {
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
        if (start.startsWith("{") && (JSON_FEED.equals(type) || !LINES.equals(type) && jsonFeed(head))) {
            return new JsonFeedItems(in, rules);
        }
        if (start.startsWith("{") || head.length == 0) {
            return new LineItems(in, rules);
        }
        throw new BrokenContainer("it is neither tar, zip, lines of JSON, RSS, Atom nor JSON Feed");
    }

    /** Whether the object that begins here says of itself that it is one, as far as can be seen. */
    private static boolean jsonFeed(byte[] head) {
        try (JsonParser parser = JSON.createParser(head)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("version")) {
                    return value == JsonToken.VALUE_STRING && parser.getText().contains("jsonfeed.org/version");
                }
                parser.skipChildren();
            }
            return false;
        } catch (IOException cutOff) {
            return false;
        }
    }

    /** The first bytes, no more than it takes to tell: a client may send a line and wait for its answer. */
    private static byte[] head(BufferedInputStream in, String type) throws IOException {
        in.mark(LOOK_AT_JSON);
        try {
            byte[] head = new byte[LOOK_AT_JSON];
            int length = 0;
            int count = 0;
            while (count >= 0 && length < look(head, type) && !line(head, length, type)) {
                count = in.read(head, length, look(head, type) - length);
                length += Math.max(0, count);
            }
            in.reset();
            return Arrays.copyOf(head, length);
        } catch (EOFException | ZipException e) {
            throw new BrokenContainer("its gzip is damaged or cut off", e);
        }
    }

    private static int look(byte[] head, String type) {
        return head[0] == '{' && !LINES.equals(type) ? LOOK_AT_JSON : LOOK;
    }

    /** Whether these bytes are all of a first line that can be one of many. */
    private static boolean line(byte[] head, int length, String type) {
        int end = 0;
        while (end < length && head[end] != '\n') {
            end++;
        }
        boolean ended = end > 0 && end < length && head[0] == '{';
        int last = ended && head[end - 1] == '\r' ? end - 2 : end - 1;
        return ended && (LINES.equals(type) || head[Math.max(0, last)] == '}');
    }
}
