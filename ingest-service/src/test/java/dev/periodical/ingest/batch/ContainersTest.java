package dev.periodical.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {

    private static final BatchRules RULES = new BatchRules(1_000, false);

    private long skipped;

    @Test
    void tar_givesPosts_passesOverTheRest_andCountsIt() throws IOException {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("./source/_posts/2024/甲.md", "一");
        tree.put("source/_posts/a/cover.png", "picture");
        tree.put("source/_drafts/b.md", "二");
        tree.put("source/about/index.md", "page");
        tree.put("themes/x/README.md", "theme");
        tree.put("_config.yml", "title: x");

        assertThat(names(Archives.tar(tree))).containsExactly("source/_posts/2024/甲.md");
        assertThat(skipped).isEqualTo(5);
        assertThat(names(Archives.tar(tree), new BatchRules(1_000, true)))
                .containsExactly("source/_posts/2024/甲.md", "source/_drafts/b.md");
    }

    @Test
    void samePost_hasTheSameName_howeverItsTreeWasPacked() throws IOException {
        Map<String, byte[]> zip = Map.of("blog-main/source/_posts/甲.md", bytes("文"));
        byte[] tar = Archives.tar(Map.of("source/_posts/甲.md", "文"));

        assertThat(names(Archives.zip(zip))).isEqualTo(names(tar));
        assertThat(names(Archives.gzip(tar))).isEqualTo(names(tar));
    }

    @Test
    void treeThatIsNoSite_hasPostsAnywhere() throws IOException {
        assertThat(names(Archives.tar(Map.of("0001.md", "文")))).containsExactly("0001.md");
    }

    @ParameterizedTest
    @CsvSource({
        "../x.md, ASTRAY", "a/../../x.md, ASTRAY", "/etc/x.md, ASTRAY", "C:\\x.md, ASTRAY", "..\\x.md, ASTRAY",
        "a..b/x.md, POST", ".git/x.md, OTHER", "_posts/x.html, POST", "readme.md, OTHER", "md, OTHER",
        "node_modules/y/x.md, OTHER", "source/_drafts/x.md, DRAFT", "x.MD, POST"
    })
    void path_tellsWhatAFileIs(String path, TreePath.Kind kind) {
        assertThat(TreePath.of(path).kind()).isEqualTo(kind);
    }

    @Test
    void nulAndEndlessPaths_areAstray() {
        assertThat(TreePath.of("a\0b.md").kind()).isEqualTo(TreePath.Kind.ASTRAY);
        assertThat(TreePath.of("a/".repeat(3_000) + "b.md").kind()).isEqualTo(TreePath.Kind.ASTRAY);
        assertThat(TreePath.of("a/".repeat(3_000) + "b.md").name()).hasSizeLessThan(300);
    }

    @Test
    void pathOutOfTheTree_isUnusable_andTheNextIsRead() throws IOException {
        Map<String, byte[]> zip = new LinkedHashMap<>();
        zip.put("../../x.md", bytes("恶"));
        zip.put("y.md", bytes("善"));

        List<Item> items = items(Archives.zip(zip), RULES);

        assertThat(items.get(0)).isInstanceOf(Item.Unusable.class);
        assertThat(items.get(1)).isInstanceOf(Item.Document.class);
    }

    @Test
    void links_arePassedOver() throws IOException {
        byte[] tar = Archives.tar(out -> {
            TarArchiveEntry link = new TarArchiveEntry("source/_posts/x.md", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
            Archives.add(out, "source/_posts/y.md", bytes("善"));
        });

        assertThat(names(tar)).containsExactly("source/_posts/y.md");
        assertThat(skipped).isEqualTo(1);
    }

    @Test
    void itemThatIsTooLarge_isReadPast() throws IOException {
        Map<String, byte[]> tree = new LinkedHashMap<>();
        tree.put("x.md", new byte[5_000_000]);
        tree.put("y.md", bytes("文"));

        List<Item> items = items(Archives.zip(tree), RULES);

        assertThat(items.get(0)).isEqualTo(new Item.TooLarge("x.md"));
        assertThat(items).hasSize(2);
    }

    @Test
    void lineThatIsTooLong_isReadPast() throws IOException {
        List<Item> items = items(bytes("{\"a\":1}\n{\"b\":\"" + "x".repeat(200_000) + "\"}\r\n\n{\"c\":3}"), RULES);

        assertThat(items).hasSize(3);
        assertThat(items.get(1)).isEqualTo(new Item.TooLarge(null));
        assertThat(new String(((Item.Line) items.get(2)).json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"c\":3}");
    }

    @ParameterizedTest
    @CsvSource({"application/x-ndjson", "application/json", "application/octet-stream", "application/gzip"})
    void linesThatMentionJsonFeed_areLinesStill(String type) throws IOException {
        String line = "{\"html\":\"see https://jsonfeed.org/version/1.1\",\"frontMatter\":{\"version\":"
                + "\"https://jsonfeed.org/version/1\"}}\n";

        assertThat(items(bytes(line + line), type)).hasSize(2).allMatch(item -> item instanceof Item.Line);
    }

    @Test
    void jsonFeed_isToldByItsType_orItsTopLevelVersion() throws IOException {
        String late = "{\"title\":\"" + "t".repeat(3_000) + "\",\n\"authors\":[{\"name\":\"x\"}\n],"
                + "\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"一\"}]}";
        String unsaid = "{\"items\":[{\"id\":\"1\",\"title\":\"一\"}]}";

        assertThat(items(bytes(late), "application/json")).singleElement().isInstanceOf(Item.Entry.class);
        assertThat(items(bytes(unsaid), "application/feed+json"))
                .singleElement()
                .isInstanceOf(Item.Entry.class);
        assertThat(items(bytes(late.replace("\n", "") + "\n"), "application/x-ndjson"))
                .allMatch(item -> item instanceof Item.Line || item instanceof Item.TooLarge);
    }

    @Test
    void bombs_areNotUnfolded() {
        byte[] zeros = new byte[200 << 20];

        assertThatThrownBy(() -> items(Archives.gzip(tarOf(zeros)), RULES)).isInstanceOf(BrokenContainer.class);
        assertThatThrownBy(() -> items(Archives.zip(Map.of("x.bin", zeros)), RULES))
                .isInstanceOf(BrokenContainer.class)
                .hasMessageContaining("times its size");
    }

    @Test
    void endlessTarHeader_isNotKept() throws IOException {
        byte[] tar = Archives.tar(out -> {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(50 << 20);
            out.putArchiveEntry(name);
            byte[] much = new byte[1 << 20];
            Arrays.fill(much, (byte) 'a');
            for (int i = 0; i < 50; i++) {
                out.write(much);
            }
            out.closeArchiveEntry();
        });

        assertThatThrownBy(() -> items(tar, RULES))
                .isInstanceOf(BrokenContainer.class)
                .hasMessageContaining("header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "zip", "gzip"})
    void cutAnywhere_saysSo_andGivesWhatCameBefore(String form) throws IOException {
        Map<String, byte[]> tree = new LinkedHashMap<>();
        byte[] noise = new byte[900];
        new Random(7).nextBytes(noise);
        tree.put("x.md", bytes("文"));
        tree.put("y.md", noise);
        byte[] tar = Archives.tar(out -> {
            for (var file : tree.entrySet()) {
                Archives.add(out, file.getKey(), file.getValue());
            }
        });
        byte[] whole = form.equals("zip") ? Archives.zip(tree) : form.equals("tar") ? tar : Archives.gzip(tar);
        byte[] cut = Arrays.copyOf(whole, form.equals("tar") ? 1_024 + 512 + 300 : whole.length / 2);

        List<Item> before = new ArrayList<>();
        assertThatThrownBy(() -> {
                    try (Items items = Containers.open(new ByteArrayInputStream(cut), null, RULES)) {
                        for (Item item = items.next(); item != null; item = items.next()) {
                            before.add(item);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(before).hasSizeLessThan(2);
        assertThat(form.equals("tar") ? before.size() : 1).isEqualTo(1);
    }

    @Test
    void anythingAtAll_endsInItemsOrAnIoException() {
        Random random = new Random(11);
        List<byte[]> seeds = List.of(
                Archives.tar(Map.of("x.md", "文")),
                Archives.zip(Map.of("x.md", bytes("文"))),
                Archives.gzip(Archives.tar(Map.of("x.md", "文"))),
                bytes(FeedItemsTest.RSS),
                bytes(FeedItemsTest.JSON));
        for (int round = 0; round < 3_000; round++) {
            byte[] seed = seeds.get(round % seeds.size()).clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                seed[random.nextInt(seed.length)] = (byte) random.nextInt();
            }
            try {
                items(Arrays.copyOf(seed, random.nextInt(seed.length) + 1), RULES);
            } catch (IOException said) {
                assertThat(said.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void whatIsNoContainer_isRefused() {
        assertThatThrownBy(() -> items(bytes("---\ntitle: x\n---\n"), RULES)).isInstanceOf(BrokenContainer.class);
        assertThatThrownBy(() -> items(bytes("<html><body>x</body></html>"), RULES))
                .isInstanceOf(BrokenContainer.class);
    }

    @Test
    void endlessTar_isReadInBoundedMemory() throws IOException {
        long huge = 3L << 30;
        InputStream tar = new java.io.SequenceInputStream(
                new ByteArrayInputStream(header("pictures/x.png", huge)), new Zeros(huge + 1_024));

        assertThat(items(tar, RULES)).isEmpty();
        assertThat(skipped).isEqualTo(1);
    }

    private static byte[] header(String name, long size) {
        byte[] header = new byte[512];
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.writeEntryHeader(header);
        return header;
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    private static byte[] tarOf(byte[] content) {
        return Archives.tar(out -> Archives.add(out, "x.bin", content));
    }

    private List<String> names(byte[] batch) throws IOException {
        return names(batch, RULES);
    }

    private List<String> names(byte[] batch, BatchRules rules) throws IOException {
        return items(batch, rules).stream()
                .map(item -> ((Item.Document) item).name())
                .toList();
    }

    private List<Item> items(byte[] batch, BatchRules rules) throws IOException {
        return items(new ByteArrayInputStream(batch), rules);
    }

    private static List<Item> items(byte[] batch, String type) throws IOException {
        List<Item> all = new ArrayList<>();
        try (Items items = Containers.open(new ByteArrayInputStream(batch), type, new BatchRules(10_000, false))) {
            for (Item item = items.next(); item != null; item = items.next()) {
                all.add(item);
            }
        }
        return all;
    }

    private List<Item> items(InputStream batch, BatchRules rules) throws IOException {
        List<Item> all = new ArrayList<>();
        try (Items items = Containers.open(batch, null, rules)) {
            for (Item item = items.next(); item != null; item = items.next()) {
                all.add(item);
            }
            skipped = items.skipped();
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
