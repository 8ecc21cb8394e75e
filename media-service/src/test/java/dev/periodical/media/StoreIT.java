package dev.periodical.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.periodical.backing.BackingServices;
import dev.periodical.events.Sha256;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.store.Bucket;
import dev.periodical.media.store.PictureStore;
import dev.periodical.media.store.StoredPicture;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of {@link PictureStore} on the real thing. */
@QuarkusTest
@TestProfile(FetchingProfile.class)
class StoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    PictureStore store;

    @Inject
    Bucket bucket;

    @TempDir
    Path folder;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    BackingServices backing;
    HostileOrigin origin;

    /** Readiness makes the bucket where it is missing. */
    @BeforeEach
    void readied() {
        RestAssured.get(ready).then().statusCode(200);
    }

    @Test
    void emptyObject_isKeptAndFound() throws IOException {
        store.put(
                        "thumbnails/" + "e".repeat(64) + "-320",
                        "application/x-mark",
                        Files.write(folder.resolve("e"), new byte[0]))
                .await()
                .atMost(PATIENCE);

        var kept = store.open("thumbnails/" + "e".repeat(64) + "-320", null)
                .await()
                .atMost(PATIENCE);

        assertThat(kept.contentType()).isEqualTo("application/x-mark");
        assertThat(read(kept)).isEmpty();
    }

    @Test
    void pages_areAllThatIsThere_andWhatIsRemovedIsGone() throws IOException {
        var id = keep(Samples.drawn("png", 25));

        assertThat(names()).contains(id).doesNotHaveDuplicates();
        bucket.remove(List.of(id, "0".repeat(64))).await().atMost(PATIENCE);

        assertThat(names()).doesNotContain(id);
        assertThat(store.open(id, null).await().atMost(PATIENCE)).isNull();
    }

    private List<String> names() {
        return bucket.pages().collect().asList().await().atMost(PATIENCE).stream()
                .flatMap(List::stream)
                .map(Bucket.Entry::name)
                .toList();
    }

    @Test
    void bytes_comeBackAsTheyWentIn() throws IOException {
        var bytes = Samples.drawn("png", 20);

        var kept = store.open(keep(bytes), null).await().atMost(PATIENCE);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.contentType()).isEqualTo("image/png");
        assertThat(kept.length()).isEqualTo(bytes.length);
        assertThat(read(kept)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=5-5, 5, 6", "bytes=100-, 100, -1", "bytes=-7, -7, -1"})
    void range_isThatPartOfTheBytes(String range, int from, int to) throws IOException {
        var bytes = Samples.drawn("png", 21);
        var start = from < 0 ? bytes.length + from : from;
        var end = to < 0 ? bytes.length : to;

        var part = store.open(keep(bytes), range).await().atMost(PATIENCE);

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.contentRange()).isEqualTo("bytes " + start + "-" + (end - 1) + "/" + bytes.length);
        assertThat(read(part)).isEqualTo(Arrays.copyOfRange(bytes, start, end));
    }

    /** A thread may be late: the whole of a short answer is there before it asks for the bytes. */
    @Test
    void shortPart_isWhole_howeverLateItsReaderComes() throws IOException {
        var bytes = Samples.drawn("png", 22);
        var id = keep(bytes);

        var parts = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(each -> read(store.open(id, "bytes=0-9").await().atMost(PATIENCE)))
                .toList();

        assertThat(parts).hasSize(2_000).allSatisfy(part -> assertThat(part).isEqualTo(Arrays.copyOf(bytes, 10)));
    }

    @Test
    void unknownId_isNull() {
        assertThat(store.open("0".repeat(64), null).await().atMost(PATIENCE)).isNull();
    }

    @Test
    void sixteenAtOnce_allSucceedAndKeepOneObject() throws IOException {
        var bytes = Samples.drawn("png", 22);
        var id = Sha256.hex(bytes);
        var file = Files.write(folder.resolve("raced"), bytes);

        Uni.join()
                .all(IntStream.range(0, 16)
                        .mapToObj(i -> store.put(id, "image/png", file))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(read(store.open(id, null).await().atMost(PATIENCE))).isEqualTo(bytes);
    }

    @Test
    void largePicture_isOneObjectWhateverItsSize() throws IOException {
        var bytes = new byte[12 << 20];
        Arrays.fill(bytes, (byte) 7);
        var id = keep(bytes);

        store.put(id, "image/png", folder.resolve(id)).await().atMost(PATIENCE);

        assertThat(read(store.open(id, "bytes=12582911-").await().atMost(PATIENCE)))
                .containsExactly(7);
    }

    /** An S3 server of somebody else's can't be stopped. */
    @Test
    @DisabledIfSystemProperty(named = "periodical.s3.endpoint", matches = ".+")
    void outage_pausesFetchingSaysSoAndLosesNothing() throws IOException {
        var bytes = Samples.drawn("png", 23);
        var file = Files.write(folder.resolve("late"), bytes);
        var known = keep(Samples.drawn("png", 24));
        origin.host("outage.example", e -> e.picture("image/png", bytes));
        try (var desk = new Desk()) {
            backing.stop("s3");
            try {
                assertThatThrownBy(() -> store.put(Sha256.hex(bytes), "image/png", file)
                                .await()
                                .atMost(PATIENCE))
                        .isInstanceOf(TransientFailure.class);
                RestAssured.get("/media/" + known)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "5");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> RestAssured.get(ready)
                                .then()
                                .statusCode(503)
                                .body(
                                        "checks.find { it.name == 'Object store' }.status",
                                        org.hamcrest.Matchers.is("DOWN"),
                                        "checks.find { it.name == 'Object store' }.data.endpoint",
                                        org.hamcrest.Matchers.startsWith("http://127.0.0.1:")));
                var ref = desk.handIn("http://outage.example/a.png");
                await().atMost(PATIENCE)
                        .until(() -> !origin.asked("outage.example").isEmpty());
                RestAssured.get("/pictures/" + ref).then().body("state", org.hamcrest.Matchers.is("waiting"));
            } finally {
                backing.start("s3");
            }

            var picture = desk.settled(dev.periodical.events.ImageRef.of("http://outage.example/a.png"));

            assertThat(picture.getString("state")).isEqualTo("stored");
            RestAssured.get(ready).then().statusCode(200);
            RestAssured.get("/media/" + known).then().statusCode(200);
        }
    }

    @Test
    void outageOfTheDatabase_isSaidByEveryDoorThatAsksIt() {
        backing.stop("postgres");
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> operator().get("/hosts").then().statusCode(503));
            for (String door : List.of("/pictures", "/pictures/" + "0".repeat(64), "/hosts")) {
                outage(operator().get(door));
            }
            outage(operator()
                    .contentType("application/json")
                    .body("{\"reason\": \"timed-out\"}")
                    .post("/pictures/retry"));
            outage(operator()
                    .contentType("application/json")
                    .body("{\"name\": \"late\", \"dhash\": \"0123456789abcdef\"}")
                    .post("/notices"));
            outage(operator().delete("/notices/late"));
        } finally {
            backing.start("postgres");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get(ready).then().statusCode(200));
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2("test-token");
    }

    private static void outage(Response answer) {
        answer.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "5");
    }

    private String keep(byte[] bytes) throws IOException {
        var id = Sha256.hex(bytes);
        store.put(id, "image/png", Files.write(folder.resolve(id), bytes))
                .await()
                .atMost(PATIENCE);
        return id;
    }

    private static byte[] read(StoredPicture picture) {
        return picture.bytes()
                .collect()
                .in(Buffer::buffer, Buffer::appendBuffer)
                .await()
                .atMost(PATIENCE)
                .getBytes();
    }
}
