package dev.periodical.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds of 200 MB whose bulk is all in one place, each read by a JVM with a heap of 64 MiB. */
class XmlFeedBoundsTest {

    private static final long BULK = 200_000_000;
    private static final int LARGEST_ITEM = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cdata      | Entry TooLarge Entry null
            text       | Entry TooLarge Entry null
            elements   | Entry TooLarge Entry null
            between    | Entry Entry null
            emoji      | Entry a tag, comment or text of it is longer than 1048576 bytes at line 3
            comment    | Entry a tag, comment or text of it is longer than 1048576 bytes at line 3
            attribute  | Entry a tag, comment or text of it is longer than 1048576 bytes at line 3
            nesting    | Entry its elements are nested deeper than 1000 at line 3
            names      | Entry it has more than 10000 different names at line 3
            head       | it has no entry in its first MiB
            headRemark | a tag, comment or text of it is longer than 1048576 bytes at line 1
            """)
    void bulk_isReadPast_orSaid_inASmallHeap(String where, String told) throws Exception {
        Path said = folder.resolve("said");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reader.class.getName(),
                        where)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(reader.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).startsWith(told);
    }

    /** Reads one feed and prints what its items are and how it ended. */
    static final class Reader {

        public static void main(String[] where) {
            List<String> told = new ArrayList<>();
            try (Items items = Containers.open(feed(where[0]), null, new BatchRules(LARGEST_ITEM, false))) {
                Item item = items.next();
                while (item != null) {
                    told.add(item.getClass().getSimpleName());
                    item = items.next();
                }
                told.add("null");
            } catch (IOException e) {
                told.add(e.getMessage());
            }
            System.out.println(String.join(" ", told));
        }

        private static InputStream feed(String where) {
            String head = "<rss version='2.0'><channel><title>t</title>\n";
            String first = "<item><title>1</title></item>\n";
            String last = "<item><title>2</title></item></channel></rss>";
            return switch (where) {
                case "cdata" -> joined(head + first + "<item><title><![CDATA[", "x", "]]></title></item>" + last);
                case "text" -> joined(head + first + "<item><title>", "文", "</title></item>" + last);
                case "elements" -> joined(head + first + "<item><title>x</title>", "<a/>", "</item>" + last);
                case "between" -> joined(head + first, "  ", last);
                case "emoji" -> joined(head + first + "<item><title>x<![CDATA[", "😀", "]]></title></item>" + last);
                case "comment" -> joined(head + first + "<item><!--", "x", "--></item>" + last);
                case "attribute" -> joined(head + first + "<item a='", "x", "'/>" + last);
                case "nesting" -> joined(head + first + "<item>", "<a>", "</item>" + last);
                case "names" -> numbered(head + first + "<item>", i -> "<n" + i + "/>", "</item>" + last);
                case "head" -> joined("<rss version='2.0'><channel><title>", "x", "</title>" + first + last);
                case "headRemark" -> joined("<rss version='2.0'><channel><!--", "x", "-->" + first + last);
                default -> throw new IllegalArgumentException(where);
            };
        }

        private static InputStream joined(String before, String unit, String after) {
            String piece = unit.repeat(1_000);
            return numbered(before, i -> piece, after);
        }

        private static InputStream numbered(String before, LongFunction<String> unit, String after) {
            return new SequenceInputStream(Collections.enumeration(Arrays.asList(
                    new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
                    new Bulk(unit),
                    new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)))));
        }
    }

    /** {@value #BULK} bytes or some more, made while they are read. */
    private static final class Bulk extends InputStream {

        private final LongFunction<String> unit;
        private final AtomicLong number = new AtomicLong();
        private byte[] piece = {};
        private int at;
        private long given;

        Bulk(LongFunction<String> unit) {
            this.unit = unit;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == piece.length) {
                if (given >= BULK) {
                    return -1;
                }
                piece = unit.apply(number.getAndIncrement()).getBytes(StandardCharsets.UTF_8);
                given += piece.length;
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, count);
            at += count;
            return count;
        }
    }
}
