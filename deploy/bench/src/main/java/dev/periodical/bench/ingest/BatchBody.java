package dev.periodical.bench.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** A batch that is made while it is sent, and ends when it has been long enough. */
abstract class BatchBody extends InputStream {

    private final Documents documents;
    private final AtomicLong numbers;
    private final LongPredicate enough;
    private byte[] piece = {};
    private int at;
    private boolean ended;
    private long count;

    private BatchBody(Documents documents, AtomicLong numbers, LongPredicate enough) {
        this.documents = documents;
        this.numbers = numbers;
        this.enough = enough;
    }

    /** Long enough when so much time has passed from now on. */
    static LongPredicate seconds(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return sent -> System.nanoTime() > end;
    }

    /** Long enough with so many items. */
    static LongPredicate items(long most) {
        return sent -> sent >= most;
    }

    /** A line each: {@code {"name","document"}}. */
    static BatchBody ndjson(Documents documents, AtomicLong numbers, LongPredicate enough) {
        ObjectMapper json = new ObjectMapper();
        return new BatchBody(documents, numbers, enough) {
            @Override
            byte[] item(String name, String document) {
                try {
                    return (json.writeValueAsString(Map.of("name", name, "document", document)) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            byte[] close(int none) {
                return new byte[none];
            }
        };
    }

    /** A Hexo tree as tar. */
    static BatchBody tar(Documents documents, AtomicLong numbers, LongPredicate enough) {
        return new BatchBody(documents, numbers, enough) {
            @Override
            byte[] item(String name, String document) {
                byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
                byte[] entry = new byte[512 + (bytes.length + 511) / 512 * 512];
                field(entry, 0, "source/_posts/" + name);
                field(entry, 100, "0000644");
                field(entry, 124, String.format("%011o", bytes.length));
                field(entry, 136, "14000000000");
                field(entry, 156, "0");
                field(entry, 257, "ustar");
                field(entry, 263, "00");
                Arrays.fill(entry, 148, 156, (byte) ' ');
                int sum = 0;
                for (int i = 0; i < 512; i++) {
                    sum += entry[i];
                }
                field(entry, 148, String.format("%06o", sum));
                System.arraycopy(bytes, 0, entry, 512, bytes.length);
                return entry;
            }

            @Override
            byte[] close(int none) {
                return new byte[1_024];
            }
        };
    }

    private static void field(byte[] header, int from, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, from, bytes.length);
    }

    abstract byte[] item(String name, String document);

    abstract byte[] close(int none);

    /** How many were sent so far. */
    long count() {
        return count;
    }

    private boolean refilled() {
        if (at < piece.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        ended = enough.test(count);
        if (ended) {
            piece = close(0);
        } else {
            long number = numbers.getAndIncrement();
            piece = item("letter-" + number + ".md", documents.text(number));
            count++;
        }
        at = 0;
        return piece.length > 0;
    }

    @Override
    public int read() {
        return refilled() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (!refilled()) {
            return -1;
        }
        int n = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, n);
        at += n;
        return n;
    }
}
