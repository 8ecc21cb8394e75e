package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures whose bytes are in their address. */
@QuarkusTest
@TestProfile(FetchingProfile.class)
class DataPictureIT {

    private static final byte[] PNG = Samples.drawn("png", 815);

    @Test
    void bytesInTheAddress_areKeptAndToldLikeFetchedOnes() {
        var url = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(PNG);
        try (var desk = new Desk();
                var media = PlainTopic.media()) {
            var ref = desk.handIn(url);
            var picture = desk.settled(ref);

            assertThat(picture.getString("state")).isEqualTo("stored");
            assertThat(picture.getString("mediaId")).isEqualTo(Sha256.hex(PNG));
            assertThat(picture.getString("contentType")).isEqualTo("image/png");
            assertThat(picture.getString("blurHash")).startsWith("L");
            assertThat(picture.getString("origin")).isNull();
            assertThat(picture.getString("attempts[0].url")).isEqualTo("data:image/jpeg;base64");
            assertThat(given().get("/media/" + Sha256.hex(PNG)).asByteArray()).isEqualTo(PNG);
            assertThat(new String(media.of(ref).get(0).value(), StandardCharsets.UTF_8))
                    .contains(Sha256.hex(PNG), "blurHash")
                    .doesNotContain("origin");
        }
    }

    @Test
    void escapedText_isAPictureToo() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'><rect width='1' height='1'/></svg>";
        var url = "data:image/svg+xml,"
                + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
        try (var desk = new Desk()) {
            var picture = desk.settled(desk.handIn(url));

            assertThat(picture.getString("mediaId")).isEqualTo(Sha256.hex(svg.getBytes(StandardCharsets.UTF_8)));
            assertThat(picture.getString("contentType")).isEqualTo("image/svg+xml");
            assertThat(picture.getString("blurHash")).isNull();
        }
    }

    @Test
    void addressThatHoldsTheBytes_isCutInLists() {
        var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(Samples.drawn("png", 816));
        try (var desk = new Desk()) {
            var ref = desk.handIn(url);
            assertThat(desk.settled(ref).getString("url")).isEqualTo(url);

            var listed = given().queryParam("limit", 200)
                    .get("/pictures")
                    .jsonPath()
                    .getString("items.find { it.ref == '" + ref + "' }.url");

            assertThat(listed).isEqualTo(url.substring(0, 200) + "…");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'data:image/png;base64,', empty",
        "'data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', not-an-image",
        "'data:text/html,<html>no</html>', not-an-image",
        "'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', tracking-pixel"
    })
    void whatIsNoPicture_failsOnceWithItsReason(String url, String reason) {
        try (var desk = new Desk()) {
            var picture = desk.settled(desk.handIn(url));

            assertThat(picture.getString("state")).isEqualTo("failed");
            assertThat(picture.getString("reason")).isEqualTo(reason);
            assertThat(picture.getList("attempts")).hasSize(1);
        }
    }
}
