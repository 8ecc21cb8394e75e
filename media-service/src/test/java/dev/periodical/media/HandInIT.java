package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.periodical.events.ImageRef;
import dev.periodical.events.Sha256;
import dev.periodical.media.raster.Exifs;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class HandInIT {

    HostileOrigin origin;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] PNG = Samples.drawn("png", 4711);

    @Test
    void pictureThatNobodyPlanned_isKept_served_andTold() {
        String url = "images/own file.png";
        String ref = ImageRef.of(url);

        put(ref, url, PNG)
                .then()
                .statusCode(200)
                .body("state", is("stored"), "mediaId", is(Sha256.hex(PNG)), "url", is(url))
                .body("contentType", is("image/png"), "width", is(40), "origin", nullValue())
                .body("blurHash", startsWith("L"));

        byte[] served = given().get("/media/" + Sha256.hex(PNG)).body().asByteArray();
        assertThat(served).isEqualTo(PNG);
        try (PlainTopic media = PlainTopic.media()) {
            assertThat(new String(media.of(ref).get(0).value(), StandardCharsets.UTF_8))
                    .contains(Sha256.hex(PNG), url, "blurHash")
                    .doesNotContain("origin");
        }
    }

    @Test
    void pictureThatLiesOnItsSide_isAsLargeAsItIsShown() {
        var url = "images/turned.jpg";
        var turned = Exifs.withOrientation(Samples.drawn("jpg", 4713), 6);

        put(ImageRef.of(url), url, turned).then().statusCode(200).body("width", is(30), "height", is(40));
    }

    @Test
    void sameBytesAgain_areOnePicture_otherBytesReplaceWhatTheRefShows() {
        String url = "images/again.png";
        String ref = ImageRef.of(url);
        byte[] other = Samples.drawn("png", 4712);
        put(ref, url, PNG).then().statusCode(200);

        put(ref, null, PNG).then().statusCode(200).body("mediaId", is(Sha256.hex(PNG)));
        put(ref, null, other).then().statusCode(200).body("mediaId", is(Sha256.hex(other)));

        given().get("/pictures/" + ref).then().body("attempts", hasSize(3));
    }

    @Test
    void whatIsNoPicture_isRefusedWithItsReason_andNothingIsKept() {
        String url = "images/page.png";
        byte[] half = Arrays.copyOf(PNG, PNG.length / 2);

        put(ImageRef.of(url), url, "<html>no</html>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .contentType(containsString("problem+json"))
                .body("reason", is("not-an-image"));
        put(ImageRef.of(url), url, half).then().statusCode(422).body("reason", is("damaged"));
        put(ImageRef.of(url), url, new byte[0]).then().statusCode(422).body("reason", is("empty"));
        put(ImageRef.of(url), url, Arrays.copyOf(PNG, FetchingProfile.MAX_BYTES + 1))
                .then()
                .statusCode(413);

        given().get("/pictures/" + ImageRef.of(url)).then().statusCode(404);
    }

    @Test
    void addressThatIsNotTheRefs_orIsMissing_isSaid() {
        put(ImageRef.of("images/a.png"), "images/b.png", PNG)
                .then()
                .statusCode(400)
                .body("detail", containsString(ImageRef.of("images/b.png")));
        put(ImageRef.of("images/never-planned.png"), null, PNG)
                .then()
                .statusCode(404)
                .body("detail", containsString("url"));
    }

    @Test
    void withoutAToken_nothingIsTaken() {
        String url = "images/stranger.png";

        given().body(PNG)
                .contentType("image/png")
                .queryParam("url", url)
                .put("/pictures/" + ImageRef.of(url))
                .then()
                .statusCode(401);
    }

    @Test
    void nothingStaysInTheTemporaryFolder() throws IOException {
        long before = temporaryFiles();

        put(ImageRef.of("images/tidy.png"), "images/tidy.png", PNG).then().statusCode(200);
        put(ImageRef.of("images/tidy.png"), "images/tidy.png", new byte[10])
                .then()
                .statusCode(422);

        await().atMost(PATIENCE).until(() -> temporaryFiles() <= before);
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("pfx"))
                    .count();
        }
    }

    @Test
    void moreAtOnceThanMay_areToldToComeAgain_beforeTheirBytesAreTaken() throws Exception {
        String ref = ImageRef.of("images/slow.png");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < FetchingProfile.HAND_INS; i++) {
                slow.add(halfAHandIn(ref));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> put(ref, "images/slow.png", PNG)
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "2")
                            .contentType(containsString("problem+json")));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> put(ref, "images/slow.png", PNG).then().statusCode(200));
    }

    private static Socket halfAHandIn(String ref) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream()
                .write(("PUT /pictures/" + ref + "?url=images/slow.png HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer"
                                + " test-token\r\nContent-Type: image/png\r\nContent-Length: " + PNG.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(PNG, 0, 10);
        return socket;
    }

    /** The fact is published once more, so the answer is made where Kafka has acknowledged. */
    @Test
    void pictureThatHasJustFailed_isKept_andAnswered() {
        String url = "http://just-gone.example/a.png";
        origin.host("just-gone.example", exchange -> exchange.status(404));
        try (Desk desk = new Desk()) {
            desk.handIn(url);
            assertThat(desk.settled(ImageRef.of(url)).getString("state")).isEqualTo("failed");

            put(ImageRef.of(url), url, PNG)
                    .then()
                    .statusCode(200)
                    .body("state", is("stored"), "mediaId", is(Sha256.hex(PNG)));
        }
    }

    /** Its event was published after the hand-in's, but the hand-in is what holds. */
    @Test
    void failureThatRacesAHandIn_doesNotHaveTheLastWord() {
        String url = "http://raced.example/a.png";
        String ref = ImageRef.of(url);
        put(ImageRef.of("images/warm.png"), "images/warm.png", PNG).then().statusCode(200);
        CountDownLatch handedIn = new CountDownLatch(1);
        origin.host("raced.example", exchange -> {
            try {
                handedIn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.status(404);
        });
        try (Desk desk = new Desk();
                PlainTopic media = PlainTopic.media()) {
            desk.handIn(url);
            await().atMost(PATIENCE).until(() -> !origin.asked("raced.example").isEmpty());
            put(ref, url, PNG).then().statusCode(200).body("state", is("stored"));
            handedIn.countDown();

            await().atMost(PATIENCE).untilAsserted(() -> {
                var facts = media.of(ref).stream()
                        .map(fact -> new String(fact.value(), StandardCharsets.UTF_8))
                        .toList();
                assertThat(facts).hasSize(3);
                assertThat(facts.get(1)).contains("not-found").doesNotContain(Sha256.hex(PNG));
                assertThat(facts.get(2)).contains(Sha256.hex(PNG));
            });
            given().get("/pictures/" + ref).then().body("state", is("stored"));
        }
    }

    private static io.restassured.response.Response put(String ref, String url, byte[] bytes) {
        RequestSpecification request = given().header("Authorization", "Bearer test-token")
                .contentType("image/png")
                .body(bytes);
        return (url == null ? request : request.queryParam("url", url)).put("/pictures/" + ref);
    }
}
