package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.periodical.events.ImageRef;
import dev.periodical.events.Sha256;
import dev.periodical.media.store.PictureStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class MediaResourceIT {

    private static final byte[] PNG = Samples.drawn("png", 30);
    private static final String ID = Sha256.hex(PNG);
    private static final String ETAG = '"' + ID + '"';

    @Inject
    PictureStore store;

    @BeforeEach
    void keep(@TempDir Path folder) throws IOException {
        store.put(ID, "image/png", Files.write(folder.resolve("kept"), PNG))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void picture_isServedForEverAndRunsNothing() {
        var bytes = asked().get("/media/" + ID)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Length", Integer.toString(PNG.length))
                .header("Transfer-Encoding", nullValue())
                .header("ETag", ETAG)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Accept-Ranges", "bytes")
                .extract()
                .asByteArray();

        assertThat(bytes).isEqualTo(PNG);
    }

    @Test
    void head_saysTheSameWithoutTheBytes() {
        asked().head("/media/" + ID)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Length", Integer.toString(PNG.length))
                .header("ETag", ETAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "W/\"%s\"", "\"other\", \"%s\""})
    void pictureThatTheClientHas_isNotSentAgain(String ifNoneMatch) {
        var body = asked().header("If-None-Match", ifNoneMatch.formatted(ID))
                .get("/media/" + ID)
                .then()
                .statusCode(304)
                .header("ETag", ETAG)
                .extract()
                .asByteArray();

        assertThat(body).isEmpty();
    }

    @Test
    void range_isAnsweredWithThatPart() {
        var part = asked().header("Range", "bytes=10-19")
                .get("/media/" + ID)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + PNG.length)
                .header("Content-Length", "10")
                .extract()
                .asByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(PNG, 10, 20));
    }

    @Test
    void rangeOfAnotherPicture_isAnsweredWhole() {
        asked().header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get("/media/" + ID)
                .then()
                .statusCode(200);
        asked().header("Range", "bytes=0-9")
                .header("If-Range", ETAG)
                .get("/media/" + ID)
                .then()
                .statusCode(206);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=x-y", "bytes=0-1,3-4", "pages=1-2", "bytes=-", "nonsense"})
    void strangeRange_isAnsweredWhole(String range) {
        asked().header("Range", range).get("/media/" + ID).then().statusCode(200);
    }

    @Test
    void rangeBehindTheEnd_isAProblem() {
        asked().header("Range", "bytes=9999999-")
                .get("/media/" + ID)
                .then()
                .statusCode(416)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/", "/pictures/"})
    void unknownName_isAProblem(String door) {
        asked().get(door + "0".repeat(64))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", is("Not found"))
                .body("detail", notNullValue());
    }

    @Test
    void pages_goThroughAllWithoutRepeating() {
        var urls = IntStream.range(0, 7)
                .mapToObj(i -> "http://127.0.0.1/page-" + i + ".png")
                .toArray(String[]::new);
        try (var desk = new Desk()) {
            desk.publish(Desk.article(urls), null);
            Arrays.stream(urls).map(ImageRef::of).forEach(desk::settled);
        }

        List<String> refs = new ArrayList<>();
        String next = null;
        do {
            var page = asked().queryParams(
                            next == null
                                    ? java.util.Map.of("limit", "3")
                                    : java.util.Map.of("limit", "3", "after", next))
                    .queryParam("state", "refused")
                    .get("/pictures")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            refs.addAll(page.getList("items.ref", String.class));
            assertThat(page.getList("items.state", String.class)).containsOnly("refused");
            next = page.getString("next");
        } while (next != null);

        assertThat(refs).doesNotHaveDuplicates();
        assertThat(refs).contains(Arrays.stream(urls).map(ImageRef::of).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "after=nonsense", "limit=0", "limit=201", "limit=many", "limit=-1"})
    void badParameter_isAProblemThatNamesIt(String query) {
        asked().get("/pictures?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    private static RequestSpecification asked() {
        return given().urlEncodingEnabled(false);
    }
}
