package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.periodical.events.ImageRef;
import dev.periodical.events.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class HandInIT {

    private static final byte[] PNG = Samples.drawn("png", 4711);

    @Test
    void pictureThatNobodyPlanned_isKept_served_andTold() {
        String url = "images/own file.png";
        String ref = ImageRef.of(url);

        put(ref, url, PNG)
                .then()
                .statusCode(200)
                .body("state", is("stored"), "mediaId", is(Sha256.hex(PNG)), "url", is(url))
                .body("contentType", is("image/png"), "width", is(40), "origin", nullValue());

        byte[] served = given().get("/media/" + Sha256.hex(PNG)).body().asByteArray();
        assertThat(served).isEqualTo(PNG);
        try (PlainTopic media = PlainTopic.media()) {
            assertThat(new String(media.of(ref).get(0).value(), StandardCharsets.UTF_8))
                    .contains(Sha256.hex(PNG), url)
                    .doesNotContain("origin");
        }
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

    private static io.restassured.response.Response put(String ref, String url, byte[] bytes) {
        RequestSpecification request = given().header("Authorization", "Bearer test-token")
                .contentType("image/png")
                .body(bytes);
        return (url == null ? request : request.queryParam("url", url)).put("/pictures/" + ref);
    }
}
