package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operators' page: pictures that could not be had, and another try by a button. */
@QuarkusTest
@TestProfile(FetchingProfile.class)
class DeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private static Desk desk;

    HostileOrigin origin;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void withoutSession_aTokenIsAskedFor() {
        for (String page : new String[] {"/desk", "/desk/events"}) {
            given().redirects().follow(false).get(page).then().statusCode(303).header("Location", "/desk/enter");
        }
        given().redirects()
                .follow(false)
                .formParam("host", "a.example")
                .post("/desk/retry")
                .then()
                .statusCode(303)
                .header("Location", "/desk/enter");
    }

    @Test
    void page_showsWhatIsLost_byHostAndReason() {
        origin.host("lost.example", e -> e.status(404));
        String ref = desk.handIn("http://lost.example/a.png");
        desk.settled(ref);

        await().atMost(PATIENCE)
                .untilAsserted(() -> visiting("test-token")
                        .get("/desk")
                        .then()
                        .statusCode(200)
                        .header("Content-Security-Policy", containsString("default-src 'self'"))
                        .body(
                                containsString("lost.example"),
                                containsString("not-found"),
                                containsString("/pictures/" + ref))
                        .body(not(containsString(" style="))));
    }

    @Test
    void button_triesAHostAgain_whichThenSucceeds() {
        // Given
        origin.host("back.example", e -> e.status(404));
        String ref = desk.handIn("http://back.example/a.png");
        assertThat(desk.settled(ref).getString("state")).isEqualTo("failed");
        origin.host("back.example", e -> e.picture("image/png", Samples.drawn("png", 77)));

        // When
        Response done = retry(form("test-token").formParam("host", "back.example"));

        // Then
        done.then().statusCode(303).header("Location", "/desk?did=retry&count=1");
        visiting("test-token").get(done.header("Location")).then().body(containsString("role=\"status\""));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk.settled(ref).getString("state")).isEqualTo("stored"));
    }

    @Test
    void button_triesOnePictureAgain() {
        origin.host("one.example", e -> e.status(404));
        String ref = desk.handIn("http://one.example/a.png");
        desk.settled(ref);
        int asked = origin.asked("one.example").size();

        retry(form("test-token").formParam("ref", ref))
                .then()
                .statusCode(303)
                .header("Location", "/desk?did=retry&count=1");

        await().atMost(PATIENCE).until(() -> origin.asked("one.example").size() > asked);
    }

    @Test
    void button_needsTheRole_theForm_andAFilter() {
        retry(visiting("test-token").formParam("host", "a.example")).then().statusCode(403);
        retry(form("write-token").formParam("host", "a.example")).then().statusCode(403);
        retry(form("test-token")).then().statusCode(400);
        visiting("write-token").get("/desk").then().statusCode(200).body(not(containsString("/desk/retry")));
    }

    private static Response retry(RequestSpecification request) {
        return request.redirects().follow(false).post("/desk/retry");
    }

    private static String session(String token) {
        return given().redirects()
                .follow(false)
                .formParam("token", token)
                .post("/desk/enter")
                .detailedCookies()
                .getValue("periodical_desk");
    }

    private static RequestSpecification visiting(String token) {
        return given().cookie("periodical_desk", session(token));
    }

    private static RequestSpecification form(String token) {
        String session = session(token);
        Matcher word = FORM.matcher(
                given().cookie("periodical_desk", session).get("/desk").asString());
        assertThat(word.find()).isTrue();
        return given().cookie("periodical_desk", session).formParam("form", word.group(1));
    }
}
