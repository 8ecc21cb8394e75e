package dev.periodical.media.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.inspect.MediaFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterizerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    @TempDir
    Path folder;

    private final RasterPool pool = new RasterPool(config(100 << 20), new SimpleMeterRegistry());
    private final Rasterizer rasterizer = new Rasterizer(pool, config(100 << 20));

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "GIF", "BMP"})
    void halves_keepTheirSidesAndColours(MediaFormat format) throws IOException {
        var raster = raster(written(halves(400, 200, BufferedImage.TYPE_INT_RGB), format), format, 40);

        assertThat(raster.width()).isEqualTo(40);
        assertThat(raster.height()).isEqualTo(20);
        assertThat(raster.opaque()).isTrue();
        assertThat(raster.whole()).isFalse();
        assertThat(near(raster.argb()[10 * 40 + 5], RED)).isTrue();
        assertThat(near(raster.argb()[10 * 40 + 35], BLUE)).isTrue();
    }

    /** Red beside blue; the second moves on to blue alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRmYAAABXRUJQVlA4IFoAAABwBACdASpAADAAPrVUo0wnJKMiKqgA4BaJYwDMSqB+Kv4AAFmPGz1k/ZRiAAD+7L2P9aGFQlk2//rg"
                        + "HmQ4fpOqHPIG47WdfxpftNeKzfFjEja2ZEueUHo8gAA=",
                "UklGRgYBAABXRUJQVlA4WAoAAAACAAAAPwAALwAAQU5JTQYAAAAAAAAAAABBTk1GfgAAAAAAAAAAAD8AAC8AAGQAAAJWUDggZgAAADAFAJ0B"
                        + "KkAAMAA+tVCiTCckoyIqqADgFoljBigBCLQAaAD8OfwABdE0uR18y9RB6+8AAP7svY6zhlqOeK/1wBdFw/mW4j4pdUN/iqI5eXK/"
                        + "1VP9uzVgm7+mByjOqjhyhY+ml8AAAEFOTUZUAAAAAAAAAAAAHwAALwAAZAAAAFZQOCA8AAAA1AIAnQEqIAAwAD61Tp1OglYAAWiW"
                        + "cA0UTUeUe3PPAAD+8ZWP/64D//nAf/84D+Zb+DQKAAf/BKyCQgAA"
            })
    void firstFrameOfAWebp_isRead(String base64) throws IOException {
        var file = Files.write(folder.resolve("a.webp"), Base64.getDecoder().decode(base64));

        var raster = raster(file, MediaFormat.WEBP, 16);

        assertThat(raster.width()).isEqualTo(16);
        assertThat(raster.height()).isEqualTo(12);
        assertThat(near(raster.argb()[5 * 16 + 2], RED)).isTrue();
        assertThat(near(raster.argb()[5 * 16 + 13], BLUE)).isTrue();
    }

    @Test
    void smallPicture_isNeverEnlarged() throws IOException {
        var raster = raster(written(halves(30, 10, BufferedImage.TYPE_INT_RGB), MediaFormat.PNG), MediaFormat.PNG, 320);

        assertThat(raster.width()).isEqualTo(30);
        assertThat(raster.whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void grey_keepsItsBrightness(int type) throws IOException {
        var image = new BufferedImage(64, 64, type);
        var middle = type == BufferedImage.TYPE_BYTE_GRAY ? 128 : 128 << 8;
        for (int i = 0; i < 64 * 64; i++) {
            image.getRaster().setSample(i % 64, i / 64, 0, middle);
        }

        var raster = raster(written(image, MediaFormat.PNG), MediaFormat.PNG, 8);

        assertThat(raster.argb()[0] & 0xff).isBetween(126, 130);
    }

    @Test
    void transparency_isKept_andCountsAsWhiteInGrey() throws IOException {
        var image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);

        var raster = raster(written(image, MediaFormat.PNG), MediaFormat.PNG, 10);

        assertThat(raster.opaque()).isFalse();
        assertThat(raster.argb()).containsOnly(0);
        assertThat(raster.grey(3, 3)).containsOnly(255);
    }

    /** Red lies left in the file; where it is when the picture stands upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, 2, 10", "2, 40, 20, 37, 10", "3, 40, 20, 37, 10", "4, 40, 20, 2, 10",
        "5, 20, 40, 10, 2", "6, 20, 40, 10, 2", "7, 20, 40, 10, 37", "8, 20, 40, 10, 37",
        "9, 40, 20, 2, 10", "0, 40, 20, 2, 10"
    })
    void exifOrientation_isApplied(int tag, int width, int height, int redX, int redY) throws IOException {
        var plain = Files.readAllBytes(written(halves(400, 200, BufferedImage.TYPE_INT_RGB), MediaFormat.JPEG));
        var file = Files.write(folder.resolve("turned.jpg"), Exifs.withOrientation(plain, tag));

        var raster = raster(file, MediaFormat.JPEG, 40);

        assertThat(raster.width()).isEqualTo(width);
        assertThat(raster.height()).isEqualTo(height);
        assertThat(near(raster.argb()[redY * width + redX], RED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SVG", "AVIF", "HEIC", "ICO"})
    void formatThatIsNotDecodedHere_saysSo(MediaFormat format) throws IOException {
        var file = Files.write(folder.resolve("some"), new byte[100]);

        assertThat(done(file, format, 10)).isInstanceOf(Drawing.None.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "GIF", "BMP", "WEBP"})
    void brokenBytes_areNoRasterAndNoError(MediaFormat format) throws IOException {
        var file = Files.write(
                folder.resolve("broken"), "RIFFxxxxWEBPVP8 ".repeat(20).getBytes());

        assertThat(done(file, format, 10)).isInstanceOf(Drawing.None.class);
        assertThat(done(Files.write(folder.resolve("empty"), new byte[0]), format, 10))
                .isInstanceOf(Drawing.None.class);
    }

    @Test
    void largePicture_takesTheMemoryOfWhatIsWanted() throws IOException {
        var image = new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_BINARY);
        var file = written(image, MediaFormat.PNG);
        var narrow = new Rasterizer(pool, config(26 << 20));

        assertThat(pool.run(() -> narrow.drawn(file, MediaFormat.PNG, new Size(128, 128)))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(Raster.class);
        assertThat(pool.run(() -> narrow.drawn(file, MediaFormat.PNG, new Size(6000, 6000)))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(Drawing.None.class);
    }

    /** Its reader would take a minute of a processor. */
    @Test
    void hugeWebp_isNotDecoded() throws IOException {
        var bytes = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) 8000)
                .putShort(28, (short) 8000);

        assertThat(done(Files.write(folder.resolve("huge.webp"), bytes), MediaFormat.WEBP, 10))
                .isInstanceOfSatisfying(
                        Drawing.None.class, none -> assertThat(none.why()).contains("8000×8000"));
    }

    @Test
    void queueThatIsFull_saysComeAgain() {
        var started = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        var one = new RasterPool(new Config(1, 1, 100 << 20), new SimpleMeterRegistry());
        var first = one.run(() -> waited(started, open)).subscribeAsCompletionStage();
        waited(new CountDownLatch(1), started);
        var second = one.run(() -> 2).subscribeAsCompletionStage();

        assertThatThrownBy(() -> one.run(() -> 3).await().atMost(PATIENCE)).isInstanceOf(TransientFailure.class);
        open.countDown();
        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo(2);
        one.close();
    }

    @Test
    void look_isOneDecodingForAllHashes() throws IOException {
        var looking = new Looking(pool, rasterizer);
        var file = written(halves(400, 200, BufferedImage.TYPE_INT_RGB), MediaFormat.PNG);

        var look = looking.at(file, MediaFormat.PNG).await().atMost(PATIENCE);

        assertThat(look.blurHash()).hasSize(28).startsWith("L");
        assertThat(look.raster())
                .hasValueSatisfying(raster -> assertThat(raster.grey(2, 1))
                        .satisfies(grey -> assertThat(grey[0]).isBetween(74, 78))
                        .satisfies(grey -> assertThat(grey[1]).isBetween(27, 31)));
    }

    static int waited(CountDownLatch says, CountDownLatch until) {
        says.countDown();
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }

    private static BufferedImage halves(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        pen.setColor(new Color(RED));
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(new Color(BLUE));
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    private Path written(BufferedImage image, MediaFormat format) throws IOException {
        var file = folder.resolve("picture." + format.extension());
        assertThat(ImageIO.write(image, format.extension(), file.toFile())).isTrue();
        return file;
    }

    private Raster raster(Path file, MediaFormat format, int side) {
        var drawing = done(file, format, side);
        assertThat(drawing).isInstanceOf(Raster.class);
        return (Raster) drawing;
    }

    private Drawing done(Path file, MediaFormat format, int side) {
        return rasterizer.draw(file, format, new Size(side, side)).await().atMost(PATIENCE);
    }

    private static boolean near(int pixel, int wanted) {
        return Math.abs((pixel >> 16 & 0xff) - (wanted >> 16 & 0xff)) < 12
                && Math.abs((pixel >> 8 & 0xff) - (wanted >> 8 & 0xff)) < 12
                && Math.abs((pixel & 0xff) - (wanted & 0xff)) < 12;
    }

    private static RasterConfig config(int bytes) {
        return new Config(2, 16, bytes);
    }

    record Config(int size, int queue, int maxBytes) implements RasterConfig {
        @Override
        public OptionalInt threads() {
            return OptionalInt.of(size);
        }
    }
}
