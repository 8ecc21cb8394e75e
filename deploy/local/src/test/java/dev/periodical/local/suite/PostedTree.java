package dev.periodical.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A small Hexo site of our own, posted as people post theirs: by {@code deploy/local/post}. */
final class PostedTree {

    static final String TITLE = "渡口的树";

    private final Path site;
    private final byte[] image = painted(0x336699);
    private final byte[] asset = painted(0x993366);

    /** One post with a picture of the site and one of its own folder, one plain post, and a file that is no text. */
    PostedTree(Path site) throws IOException {
        this.site = site;
        write(
                "source/_posts/ferry.md",
                ("---\ntitle: " + TITLE + "\ndate: 2024-05-06 07:08:09\n---\n"
                                + "![](/images/x.png)\n\n{% asset_img own.png %}\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write("source/_posts/ferry/own.png", asset);
        write("source/images/x.png", image);
        write("source/_posts/plain.md", "---\ntitle: plain tree post\n---\ntext\n".getBytes());
        write("source/_posts/broken.md", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 0, 3});
    }

    byte[] image() {
        return image;
    }

    byte[] asset() {
        return asset;
    }

    /** What the command says when it ends with this exit code. */
    String posted(Path run, int exitCode) throws IOException, InterruptedException {
        Path said = Files.createTempFile("post", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("").toAbsolutePath().resolve("post").toString(), site.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("PERIODICAL_RUN", run.toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(said);
        assertThat(process.exitValue()).describedAs(output).isEqualTo(exitCode);
        return output;
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] painted(int colour) throws IOException {
        BufferedImage picture = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 120 * 90; i++) {
            picture.setRGB(i % 120, i / 120, colour ^ i);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
