package dev.periodical.content.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.content.Documents;
import dev.periodical.content.article.KeptArticle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {

    @Test
    void slowTaker_isReadForNoFurtherThanHeTakes() {
        AtomicInteger read = new AtomicInteger();
        AssertSubscriber<byte[]> taker = tree(new TarPacking())
                .of(articles(1_000).onItem().invoke(read::incrementAndGet))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(3));

        taker.awaitItems(3);
        assertThat(read.get()).isLessThanOrEqualTo(5);

        taker.request(1_000_000).awaitCompletion();
        assertThat(read).hasValue(1_000);
    }

    @Test
    void takerWhoLeaves_leavesNothingBehind() throws Exception {
        Path before = Path.of(System.getProperty("java.io.tmpdir"));
        long files = directories(before);
        AssertSubscriber<byte[]> taker =
                tree(new ZipPacking()).of(articles(10)).subscribe().withSubscriber(AssertSubscriber.create(2));
        taker.awaitItems(2).cancel();

        assertThat(directories(before)).isEqualTo(files);
    }

    /** More files than the older form of a zip can count. */
    @Test
    void zip_holdsAnyNumberOfFiles(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipPacking zip = new ZipPacking()) {
            for (int i = 0; i < 70_000; i++) {
                zip.begin("source/_posts/" + i + ".md", 1, Instant.EPOCH, i % 2 == 0, null);
                zip.write(new byte[] {(byte) i});
                zip.end();
                bytes.writeBytes(zip.taken());
            }
            for (boolean more = true; more; ) {
                more = zip.finish();
                bytes.writeBytes(zip.taken());
            }
        }
        Path file = Files.write(folder.resolve("a.zip"), bytes.toByteArray());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
            assertThat(zip.getInputStream(zip.getEntry("source/_posts/69999.md"))
                            .readAllBytes())
                    .containsExactly((byte) 69_999);
        }
    }

    private static long directories(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".directory"))
                    .count();
        }
    }

    private static Multi<KeptArticle> articles(int count) {
        return Multi.createFrom()
                .range(0, count)
                .map(i -> new KeptArticle(
                        Documents.html("k" + i, "title: t", Map.of("title", "t"), "<p>" + i + "</p>"),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of()));
    }

    private static Tree tree(Packing packing) {
        return new Tree(
                packing, Form.ORIGINAL, false, kept -> kept.article().key() + ".md", new NoPictures(), Runnable::run);
    }

    private static final class NoPictures implements Pictures {

        @Override
        public boolean reachable() {
            return false;
        }

        @Override
        public PackedPictures packed(KeptArticle kept) {
            return PackedPictures.NONE;
        }

        @Override
        public byte[] read(String mediaId, long offset, int length) {
            return new byte[length];
        }
    }
}
