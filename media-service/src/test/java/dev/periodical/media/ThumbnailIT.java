package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.periodical.events.Sha256;
import dev.periodical.media.raster.Exifs;
import dev.periodical.media.store.PictureStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class ThumbnailIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    PictureStore store;

    @Inject
    MeterRegistry registry;

    @TempDir
    Path folder;

    @Test
    void opaquePicture_isASmallerJpegForEver() throws IOException {
        var id = keep(picture(1000, 500, BufferedImage.TYPE_INT_RGB, "png", 1), "image/png");

        var first = asked(id, "320")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("ETag", '"' + id + "-320\"")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();

        var image = ImageIO.read(new ByteArrayInputStream(first));
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(160);
        assertThat(asked(id, "320").asByteArray()).isEqualTo(first);
        given().header("If-None-Match", '"' + id + "-320\"")
                .queryParam("width", "320")
                .get("/media/" + id)
                .then()
                .statusCode(304);
        given().queryParam("width", "640")
                .head("/media/" + id)
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void transparentPicture_staysTransparent() throws IOException {
        var id = keep(picture(700, 700, BufferedImage.TYPE_INT_ARGB, "png", 2), "image/png");

        var bytes = asked(id, "640").then().contentType("image/png").extract().asByteArray();

        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getRGB(639, 639) >>> 24)
                .isZero();
    }

    @Test
    void pictureThatLiesOnItsSide_standsUpright() throws IOException {
        var id = keep(Exifs.withOrientation(picture(1200, 600, BufferedImage.TYPE_INT_RGB, "jpg", 3), 6), "image/jpeg");

        var image = ImageIO.read(new ByteArrayInputStream(asked(id, "320").asByteArray()));

        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(640);
    }

    @Test
    void whatCantOrNeedNotBeSmaller_isThePictureItself() throws IOException {
        var small = picture(300, 200, BufferedImage.TYPE_INT_RGB, "png", 4);
        var moving = movingGif();
        var drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='9'><script>1</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        var strip = picture(400, 4000, BufferedImage.TYPE_INT_RGB, "png", 5);

        asItIs(small, "image/png");
        asItIs(moving, "image/gif");
        asItIs(drawing, "image/svg+xml");
        asItIs(strip, "image/png");
    }

    private void asItIs(byte[] bytes, String type) throws IOException {
        var id = keep(bytes, type);
        for (int time = 0; time < 2; time++) {
            var answer = asked(id, "320")
                    .then()
                    .statusCode(200)
                    .contentType(type)
                    .header("ETag", '"' + id + "-320\"")
                    .header("Content-Security-Policy", containsString("sandbox"))
                    .extract()
                    .asByteArray();
            assertThat(answer).as(type).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"321", "0", "-1", "large", "0320"})
    void otherWidths_areAProblemThatNamesThose(String width) {
        asked("0".repeat(64), width)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", is("width"), "detail", containsString("320, 640 or 1280"));
    }

    @Test
    void thumbnailOfNothing_isNotFound() {
        asked("1".repeat(64), "320").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void manyWhoAskAtOnce_haveItMadeOnce() throws IOException {
        var id = keep(picture(1600, 1200, BufferedImage.TYPE_INT_RGB, "png", 6), "image/png");
        var before = registry.get("periodical.media.thumbnails").timer().count();

        var answers = IntStream.range(0, 24)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> asked(id, "1280").asByteArray()))
                .toList();

        var one = answers.get(0).join();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join()).isEqualTo(one).isNotEmpty());
        assertThat(registry.get("periodical.media.thumbnails").timer().count()).isEqualTo(before + 1);
    }

    /** 48 readers of 16 MiB who do not read: memory holds their windows, not their pictures. */
    @Test
    void slowReaders_holdNoMoreThanTheirWindow() throws IOException {
        var bytes = new byte[16 << 20];
        Arrays.fill(bytes, (byte) 3);
        var id = keep(bytes, "image/png");
        System.gc();
        var before = memory();
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 48; i++) {
                readers.add(started(id));
            }
            await().atMost(PATIENCE).during(Duration.ofSeconds(2)).untilAsserted(() -> {
                System.gc();
                assertThat(memory() - before).isLessThan(96L << 20);
            });
            assertThat(readers.get(0).getInputStream().readNBytes(8 << 20)).hasSize(8 << 20);
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    private static long memory() {
        var heap = Runtime.getRuntime();
        return heap.totalMemory()
                - heap.freeMemory()
                + PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }

    private static Socket started(String id) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1 << 16);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.getOutputStream()
                .write(("GET /media/" + id + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }

    private static Response asked(String id, String width) {
        return given().queryParam("width", width).get("/media/" + id);
    }

    private String keep(byte[] bytes, String type) throws IOException {
        var id = Sha256.hex(bytes);
        store.put(id, type, Files.write(folder.resolve(id), bytes)).await().atMost(PATIENCE);
        return id;
    }

    private static byte[] picture(int width, int height, int type, String format, int seed) throws IOException {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        pen.setColor(new Color(seed * 30, 90, 200));
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] movingGif() throws IOException {
        var still = picture(900, 600, BufferedImage.TYPE_BYTE_INDEXED, "gif", 7);
        var frames = new ByteArrayOutputStream();
        frames.write(still, 0, still.length - 1);
        var flags = still[10];
        var screen = 13 + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
        frames.write(still, screen, still.length - screen);
        return frames.toByteArray();
    }
}
