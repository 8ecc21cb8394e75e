package dev.periodical.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class PoisonIT {

    HostileOrigin origin;
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void knownNotice_isKeptButMarked_andNothingElseIsClaimed() throws Exception {
        byte[] notice = noise(201);
        known(Map.of("name", "wall-1", "sha256", Sha256.hex(notice)), 200);
        origin.host("notice.example", e -> e.picture("image/png", notice));

        String ref = desk.handIn("http://notice.example/a.png");
        JsonPath picture = desk.settled(ref);

        assertThat(picture.getString("state")).isEqualTo("suspect");
        assertThat(picture.getString("reason")).isEqualTo("placeholder");
        assertThat(picture.getString("mediaId")).isEqualTo(Sha256.hex(notice));
        assertThat(picture.getString("attempts[0].detail")).contains("wall-1");
        try (var topic = PlainTopic.media()) {
            assertThat(topic.of(ref)).hasSize(1);
            assertThat(new String(topic.of(ref).get(0).value())).contains("\"suspect\":\"placeholder\"");
        }
    }

    @Test
    void noticeOnTheFirstRung_yieldsToThePictureOnTheNext() throws Exception {
        byte[] notice = noise(202);
        byte[] real = noise(203);
        known(Map.of("name", "wall-2", "sha256", Sha256.hex(notice)), 200);
        origin.host(
                "turncoat.example",
                e -> e.picture(
                        "image/png", e.header("referer").startsWith("http://turncoat.example/") ? real : notice));

        String ref = desk.handIn("http://turncoat.example/a.png");
        JsonPath picture = desk.settled(ref);

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("mediaId")).isEqualTo(Sha256.hex(real));
        assertThat(picture.getString("attempts[0].reason")).isEqualTo("placeholder");
        try (var topic = PlainTopic.media()) {
            assertThat(new String(topic.of(ref).get(topic.of(ref).size() - 1).value()))
                    .doesNotContain("suspect");
        }
    }

    @Test
    void rungThatMayHeal_isStillTriedForASuspectPicture() throws Exception {
        byte[] notice = noise(208);
        byte[] real = noise(209);
        known(Map.of("name", "wall-3", "sha256", Sha256.hex(notice)), 200);
        origin.host("mending.example", e -> {
            if (e.header("referer").isEmpty()) {
                e.picture("image/png", notice);
            } else if (origin.asked("mending.example").size() <= 2) {
                e.status(503);
            } else {
                e.picture("image/png", real);
            }
        });

        String ref = desk.handIn("http://mending.example/a.png");
        JsonPath picture = desk.settled(ref);

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("mediaId")).isEqualTo(Sha256.hex(real));
        assertThat(picture.getList("attempts.reason"))
                .containsSubsequence("placeholder", "server-error", "placeholder");
    }

    @Test
    void sameBytesForManyAddresses_makeAllOfThemSuspect() throws Exception {
        byte[] same = noise(204);
        origin.host("same.example", e -> e.picture("image/png", same));
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            refs.add(desk.handIn("http://same.example/" + i + ".png"));
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(refs)
                        .allSatisfy(ref ->
                                assertThat(desk.settled(ref).getString("state")).isEqualTo("suspect")));
    }

    @Test
    void sameFileUnderManyQueries_isNoSign() throws Exception {
        byte[] same = noise(205);
        origin.host("query.example", e -> e.picture("image/png", same));
        String last = "";
        for (int i = 0; i < 6; i++) {
            last = desk.handIn("http://query.example/a.png?" + i);
            desk.settled(last);
        }

        assertThat(desk.settled(last).getString("state")).isEqualTo("stored");
    }

    @Test
    void icon_mayRepeat() {
        byte[] icon = Samples.drawn("png", 206);
        origin.host("icon.example", e -> e.picture("image/png", icon));
        String last = "";
        for (int i = 0; i < 6; i++) {
            last = desk.handIn("http://icon.example/" + i + ".png");
            desk.settled(last);
        }

        assertThat(desk.settled(last).getString("state")).isEqualTo("stored");
    }

    @Test
    void blankPicture_isSuspect() throws Exception {
        byte[] blank = png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
        origin.host("blank.example", e -> e.picture("image/png", blank));

        assertThat(desk.settled(desk.handIn("http://blank.example/a.png")).getString("state"))
                .isEqualTo("suspect");
    }

    @Test
    void trackingPixel_isNamedAsOne() throws Exception {
        byte[] pixel = png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        origin.host("counting.example", e -> e.picture("image/gif", pixel));

        assertThat(desk.settled(desk.handIn("http://counting.example/a.gif")).getString("reason"))
                .isEqualTo("tracking-pixel");
    }

    @Test
    void randomPlaceholder_isSuspect() throws Exception {
        byte[] random = noise(207);
        origin.host("picsum.photos", e -> e.picture("image/png", random));

        assertThat(desk.settled(desk.handIn("http://picsum.photos/300/200")).getString("state"))
                .isEqualTo("suspect");
    }

    @Test
    void keptPicture_makesItsLikesKnown() throws Exception {
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(noise(208)));
        byte[] kept = png(drawn);
        byte[] alike = written(drawn, "bmp");
        origin.host("learnt.example", e -> e.picture("image/png", kept));
        origin.host("again.example", e -> e.picture("image/bmp", alike));
        desk.settled(desk.handIn("http://learnt.example/a.png"));

        Response learnt = like(Map.of("name", "learnt", "sha256", Sha256.hex(kept)));

        assertThat(learnt.statusCode()).isEqualTo(200);
        assertThat(learnt.jsonPath().getString("dhash")).matches("[0-9a-f]{16}");
        assertThat(desk.settled(desk.handIn("http://again.example/a.bmp")).getString("reason"))
                .isEqualTo("placeholder");
        assertThat(like(Map.of("name", "absent", "sha256", "0".repeat(64))).statusCode())
                .isEqualTo(404);
        assertThat(like(Map.of("name", "bytes", "dhash", "00ff00ff00ff00ff")).statusCode())
                .isEqualTo(400);
    }

    private static Response like(Map<String, String> notice) {
        return asOperator()
                .contentType(ContentType.JSON)
                .queryParam("like", "true")
                .body(notice)
                .post("/notices");
    }

    @Test
    void notices_areListedAndForgotten() {
        known(Map.of("name", "gone", "dhash", "00ff00ff00ff00ff"), 200);

        assertThat(asOperator().get("/notices").jsonPath().getList("items.name"))
                .contains("gone");
        assertThat(asOperator().delete("/notices/gone").statusCode()).isEqualTo(204);
        assertThat(asOperator().delete("/notices/gone").statusCode()).isEqualTo(404);
        known(Map.of("name", "bad", "dhash", "xyz"), 400);
        assertThat(RestAssured.get("/notices").statusCode()).isEqualTo(401);
    }

    private static void known(Map<String, String> notice, int status) {
        assertThat(asOperator()
                        .contentType(ContentType.JSON)
                        .body(notice)
                        .post("/notices")
                        .statusCode())
                .isEqualTo(status);
    }

    private static io.restassured.specification.RequestSpecification asOperator() {
        return RestAssured.given().header("Authorization", "Bearer test-token");
    }

    private static byte[] noise(long seed) throws Exception {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < 120 * 90; i++) {
            image.setRGB(i % 120, i / 120, random.nextInt());
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws Exception {
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
