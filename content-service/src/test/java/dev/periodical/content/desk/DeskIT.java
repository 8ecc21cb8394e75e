package dev.periodical.content.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The operators' page: who may see it, who may press its buttons, and what it shows. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class DeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final int LARGEST_PAGE = 100_000;

    BackingServices backing;

    @TestHTTPResource("/desk/events")
    URI events;

    @Test
    void withoutSession_aTokenIsAskedFor() {
        asked(given()).get("/desk").then().statusCode(303).header("Location", "/desk/enter");
        asked(given()).get("/desk/events").then().statusCode(303).header("Location", "/desk/enter");
        asked(given().formParam("topic", "periodical.articles"))
                .post("/desk/dead-letters")
                .then()
                .statusCode(303);
        given().get("/desk/enter").then().statusCode(200).body(containsString("<form method=\"post\""));
    }

    @Test
    void token_becomesACookie_thatNoScriptReads_andNoOtherSiteSends() {
        Cookie cookie = enter("test-token", given()).detailedCookies().asList().get(0);

        assertThat(cookie.getPath()).isEqualTo("/desk");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getMaxAge()).isEqualTo(12 * 3600);
        assertThat(cookie.isSecured()).isFalse();
        assertThat(cookie.getValue()).doesNotContain("test-token");
        assertThat(enter("test-token", given().header("X-Forwarded-Proto", "https"))
                        .detailedCookies()
                        .asList())
                .isNotEmpty()
                .allMatch(Cookie::isSecured);
    }

    @Test
    void tokenOfNobody_opensNothing() {
        Response refused = enter("a-guess", given());

        refused.then().statusCode(303).header("Location", "/desk/enter?refused");
        assertThat(refused.cookies()).isEmpty();
        asked(given().cookie("periodical_desk", "bm8gc2Vzc2lvbg"))
                .get("/desk")
                .then()
                .statusCode(303);
    }

    @Test
    void session_isGoodAtTheDeskAlone() {
        visiting("test-token").get("/dead-letters").then().statusCode(401);
    }

    @Test
    void page_showsFigures_andNothingOfThirdParties() {
        Response page = visiting("test-token").get("/desk");

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'self'; connect-src 'self' http"))
                .header("Cache-Control", "no-store")
                .body(containsString("periodical.articles"))
                .body(containsString("<svg"))
                .body(not(containsString(" style=")))
                .body(not(containsString("<style")))
                .body(not(containsString("onclick")));
        assertThat(page.asString())
                .contains("lang=\"zh-CN\"")
                .doesNotContain("{desk:")
                .doesNotContain("NOT_FOUND");
        int size = page.asByteArray().length
                + given().get("/desk/desk.css").asByteArray().length
                + given().get("/desk/desk.js").asByteArray().length;
        assertThat(size).isLessThan(LARGEST_PAGE);
    }

    @Test
    void language_isTheBrowsers_orTheChosen() {
        given().header("Accept-Language", "en-GB,en;q=0.8")
                .get("/desk/enter")
                .then()
                .body(containsString("lang=\"en\""), containsString("Enter the desk"));
        Response chosen = asked(given()).get("/desk/language?to=en");
        chosen.then().statusCode(303);
        visiting("test-token")
                .cookies(chosen.cookies())
                .get("/desk")
                .then()
                .body(containsString("lang=\"en\""), containsString("Dead letters"), containsString("Came in"));
    }

    @Test
    void buttons_needAFormOfTheSession_ofThisPage_andTheRole() {
        pressed(visiting("test-token")).then().statusCode(403);
        pressed(visiting("test-token").formParam("form", word(session("test-token"))))
                .then()
                .statusCode(403);
        pressed(form("test-token").header("Origin", "https://elsewhere.example"))
                .then()
                .statusCode(403)
                .body("detail", containsString("https://elsewhere.example"));
        visiting("write-token").get("/desk").then().body(not(containsString("/desk/dead-letters\"")));
        pressed(form("write-token")).then().statusCode(403).body("detail", containsString("operate"));
    }

    @Test
    void button_putsALetterBack() {
        // Given
        String key = ArticleId.ofKey("desk");
        putAside(key);
        await().atMost(PATIENCE)
                .until(() -> visiting("test-token").get("/desk").asString().contains(key));

        // When
        Response done = pressed(form("test-token").formParam("reason", "not a CloudEvent"));

        // Then
        done.then().statusCode(303).header("Location", containsString("/desk?did=requeue&count="));
        visiting("test-token")
                .get(done.header("Location"))
                .then()
                .statusCode(200)
                .body(containsString("role=\"status\""));
    }

    @Test
    void leaving_takesTheCookiesAway() {
        Response left = asked(form("test-token")).post("/desk/leave");

        left.then().statusCode(303).header("Location", "/desk/enter");
        assertThat(left.detailedCookies().asList()).isNotEmpty().allMatch(cookie -> cookie.getMaxAge() == 0);
    }

    @Test
    void events_tellTheMarkOfTheFigures() throws Exception {
        String mark = matched(
                Pattern.compile("data-state=\"([^\"]+)\""),
                visiting("test-token").get("/desk").asString());
        var connection = (HttpURLConnection) events.toURL().openConnection();
        connection.setRequestProperty("Cookie", "periodical_desk=" + session("test-token"));
        connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(connection.getContentType()).startsWith("text/event-stream");
            String line = lines.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = lines.readLine();
            }
            assertThat(line).matches("data: ?[0-9a-f]{1,8}");
            assertThat(mark).matches("[0-9a-f]{1,8}");
        } finally {
            connection.disconnect();
        }
    }

    @Test
    void desk_isFoundByTheServicesName_too() {
        asked(given())
                .get("/content-service/desk")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/content-service/desk/enter"));
        given().get("/content-service/desk/enter")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/content-service/desk/desk.css?"));
        given().get("/content-service/desk/desk.css").then().statusCode(200).contentType("text/css");
    }

    private void putAside(String key) {
        try (var topic = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers()),
                List.of(Topics.ARTICLES),
                Duration.ofSeconds(10),
                1L << 25))) {
            topic.publish(new ProducerRecord<>(Topics.ARTICLES.name(), key, "no event".getBytes()))
                    .toCompletableFuture()
                    .join();
        }
    }

    /** Presses the button that puts back all of a topic. */
    private static Response pressed(RequestSpecification request) {
        return asked(request.formParam("topic", "periodical.articles.content.dlt"))
                .post("/desk/dead-letters");
    }

    private static Response enter(String token, RequestSpecification request) {
        return asked(request.formParam("token", token)).post("/desk/enter");
    }

    private static RequestSpecification asked(RequestSpecification request) {
        return request.redirects().follow(false);
    }

    private static String session(String token) {
        return enter(token, given()).detailedCookies().getValue("periodical_desk");
    }

    private static RequestSpecification visiting(String token) {
        return given().cookie("periodical_desk", session(token));
    }

    /** A form of this token's new session, as its page has it. */
    private static RequestSpecification form(String token) {
        String session = session(token);
        return given().cookie("periodical_desk", session).formParam("form", word(session));
    }

    private static String word(String session) {
        return matched(
                FORM, given().cookie("periodical_desk", session).get("/desk").asString());
    }

    private static String matched(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
