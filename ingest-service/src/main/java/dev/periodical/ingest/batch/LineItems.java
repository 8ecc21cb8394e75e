package dev.periodical.ingest.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of JSON (NDJSON). Blank lines are nothing; a line that is too long is read past. */
final class LineItems implements Items {

    private final InputStream in;
    private final BatchRules rules;
    private final byte[] chunk = new byte[64 << 10];
    private int at;
    private int end;

    LineItems(InputStream in, BatchRules rules) {
        this.in = in;
        this.rules = rules;
    }

    @Override
    public Item next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            long length = 0;
            boolean ended = false;
            while (!ended && (at < end || fill())) {
                int from = at;
                while (at < end && chunk[at] != '\n') {
                    at++;
                }
                length += at - from;
                if (length <= rules.maxBytes()) {
                    line.write(chunk, from, at - from);
                }
                ended = at < end;
                at += ended ? 1 : 0;
            }
            if (length > rules.maxBytes()) {
                return new Item.TooLarge(null);
            }
            byte[] json = line.toByteArray();
            if (!blank(json)) {
                return new Item.Line(json);
            }
            if (!ended) {
                return null;
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    private static boolean blank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
