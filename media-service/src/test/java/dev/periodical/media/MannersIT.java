package dev.periodical.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.ImageRef;
import dev.periodical.media.fetch.SecondWorker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The frontier's laws as an origin sees them: two workers, each with its own claims, on one PostgreSQL. */
@QuarkusTest
@TestProfile(MannersProfile.class)
class MannersIT {

    private static final String TOKEN = "Bearer test-token";

    @Inject
    DataSource database;

    @Inject
    SecondWorker second;

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

    @BeforeEach
    void two() {
        second.start();
    }

    @Test
    void twoWorkers_keepTheHostsMannersBetweenThem() {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        List<Long> begins = new CopyOnWriteArrayList<>();
        origin.host("polite.example", e -> {
            begins.add(System.nanoTime());
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            e.pause(120);
            under.decrementAndGet();
            e.picture("image/png", Samples.drawn("png", begins.size()));
        });
        var urls = IntStream.range(0, 24)
                .mapToObj(i -> "http://polite.example/" + i + ".png")
                .toArray(String[]::new);

        desk.publish(Desk.article(urls), null);
        for (var url : urls) {
            assertThat(desk.settled(ImageRef.of(url)).getString("state")).isEqualTo("stored");
        }

        assertThat(begins).hasSize(24);
        assertThat(most.get()).isLessThanOrEqualTo(2);
        // 50 ms between any two, but for what the way to the origin adds to one and not to the next
        var span = Duration.ofNanos(begins.get(23) - begins.get(0));
        assertThat(span).isGreaterThan(Duration.ofMillis(23 * 50 - 50));
    }

    @Test
    void hugeHost_delaysNobody() {
        origin.host(
                "huge.example",
                e -> e.picture("image/png", Samples.drawn("png", e.path().hashCode())));
        origin.host("small.example", e -> e.picture("image/png", Samples.drawn("png", 400)));
        desk.publish(
                Desk.article(IntStream.range(0, 2000)
                        .mapToObj(i -> "http://huge.example/" + i + ".png")
                        .toArray(String[]::new)),
                null);
        await().until(() -> !origin.asked("huge.example").isEmpty());

        desk.settled(desk.handIn("http://small.example/a.png"));

        assertThat(RestAssured.get("/pictures?host=huge.example&state=waiting&limit=1")
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
    }

    @Test
    void killedWorkersPictures_areFetchedByAnother() throws SQLException {
        origin.host("left.example", e -> e.picture("image/png", Samples.drawn("png", 401)));
        execute("insert into host (name, due_at, lease_owner, leased_until)"
                + " values ('left.example', now(), 'killed', now() + interval '2 seconds')");

        var ref = desk.handIn("http://left.example/a.png");

        assertThat(desk.settled(ref).getString("state")).isEqualTo("stored");
        assertThat(origin.asked("left.example")).containsExactly("/a.png");
    }

    @Test
    void originBehindTwoProxies_isFetchedOnce() {
        origin.host("twin.example", e -> e.picture("image/png", Samples.drawn("png", 402)));
        var one = "https://one.workers.dev/?http://twin.example/a.png";
        var two = "https://images.weserv.nl/?url=http://twin.example/a.png";

        desk.publish(Desk.article(one, "http://twin.example/a.png"), null);
        desk.publish(Desk.article(two), null);

        var first = desk.settled(ImageRef.of(one));
        for (var url : List.of(two, "http://twin.example/a.png")) {
            var other = desk.settled(ImageRef.of(url));
            assertThat(other.getString("state")).isEqualTo("stored");
            assertThat(other.getString("mediaId")).isEqualTo(first.getString("mediaId"));
            assertThat(other.getInt("width")).isEqualTo(40);
        }
        assertThat(origin.asked("twin.example")).containsExactly("/a.png");
        try (var topic = PlainTopic.media()) {
            assertThat(topic.of(ImageRef.of(two))).hasSize(1);
        }
    }

    @Test
    void wishToBeLeftAlone_stopsTheHostsTurn() {
        origin.host(
                "busy.example",
                e -> e.raw(
                        "HTTP/1.1 429 Too Many\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        desk.publish(
                Desk.article(IntStream.range(0, 20)
                        .mapToObj(i -> "http://busy.example/" + i + ".png")
                        .toArray(String[]::new)),
                null);

        var host = host("resting", "busy.example");

        assertThat(host.getString("reason")).isEqualTo("rate-limited");
        assertThat(host.getInt("waiting")).isEqualTo(20);
        assertThat(origin.asked("busy.example")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void silentHost_restsAndItsPicturesGoOnElsewhere() {
        origin.host("silent.example", e -> e.socket().close());
        origin.host(
                "proxy.workers.dev",
                e -> e.picture("image/png", Samples.drawn("png", e.path().hashCode())));
        var proxied = IntStream.range(0, 30)
                .mapToObj(i -> "http://silent.example/" + i + ".png")
                .map(url -> "http://proxy.workers.dev/?" + url)
                .toArray(String[]::new);
        desk.publish(Desk.article(proxied), null);
        desk.publish(Desk.article("http://silent.example/alone.png"), null);

        for (var url : proxied) {
            assertThat(desk.settled(ImageRef.of(url)).getString("state")).isEqualTo("stored");
        }

        var host = host("resting", "silent.example");
        assertThat(host.getInt("failures")).isGreaterThanOrEqualTo(3);
        assertThat(host.getString("reason")).isNotBlank();
    }

    @Test
    void retry_isCountedAndTakesTheRestAway() {
        var healthy = new AtomicBoolean();
        origin.host("healed.example", e -> {
            if (healthy.get()) {
                e.picture("image/png", Samples.drawn("png", 403));
            } else {
                e.status(404);
            }
        });
        var ref = desk.handIn("http://healed.example/a.png");
        assertThat(desk.settled(ref).getString("state")).isEqualTo("failed");
        healthy.set(true);

        assertThat(retry("{\"host\": \"healed.example\", \"reason\": \"not-found\"}")
                        .getInt("requeued"))
                .isEqualTo(1);

        assertThat(desk.settled(ref).getString("state")).isEqualTo("stored");
        assertThat(retry("{\"host\": \"healed.example\"}").getInt("requeued")).isZero();
    }

    @Test
    void retryOfWhatIsStored_neverLosesIt() {
        var gone = new AtomicBoolean();
        origin.host("kept.example", e -> {
            if (gone.get()) {
                e.status(410);
            } else {
                e.picture("image/png", Samples.drawn("png", 404));
            }
        });
        var ref = desk.handIn("http://kept.example/a.png");
        var before = desk.settled(ref);
        gone.set(true);

        assertThat(retry("{\"host\": \"kept.example\", \"state\": \"stored\"}").getInt("requeued"))
                .isEqualTo(1);
        var after = desk.settled(ref);

        assertThat(origin.asked("kept.example")).hasSizeGreaterThan(1);
        assertThat(after.getString("state")).isEqualTo("stored");
        assertThat(after.getString("mediaId")).isEqualTo(before.getString("mediaId"));
        assertThat(after.getString("origin")).isEqualTo(before.getString("origin"));
        try (var topic = PlainTopic.media()) {
            assertThat(topic.of(ref)).hasSize(1);
        }
    }

    @Test
    void retryOfEverything_isNotWhatAnybodyMeans() {
        for (var body : List.of("{}", "{\"reason\": \"bad luck\"}", "{\"state\": \"lost\"}", "{\"since\": \"once\"}")) {
            var problem = RestAssured.given()
                    .header("Authorization", TOKEN)
                    .contentType("application/json")
                    .body(body)
                    .post("/pictures/retry");
            assertThat(problem.statusCode()).as(body).isEqualTo(400);
            assertThat(problem.jsonPath().getString("parameter")).isNotBlank();
        }
        assertThat(RestAssured.given()
                        .contentType("application/json")
                        .body("{\"host\": \"a\"}")
                        .post("/pictures/retry")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void listsOfOneReason_goOnWithALink() {
        origin.host("listed.example", e -> e.status(404));
        var urls = IntStream.range(0, 5)
                .mapToObj(i -> "http://listed.example/" + i + ".png")
                .toArray(String[]::new);
        desk.publish(Desk.article(urls), null);
        for (var url : urls) {
            desk.settled(ImageRef.of(url));
        }

        var page = RestAssured.get("/pictures?host=listed.example&reason=not-found&limit=3");

        assertThat(page.jsonPath().getList("items")).hasSize(3);
        assertThat(page.header("Link")).contains("rel=\"next\"").contains("host=listed.example");
        assertThat(RestAssured.get("/pictures?reason=luck").statusCode()).isEqualTo(400);
        assertThat(RestAssured.get("/hosts?state=lost").statusCode()).isEqualTo(400);
        assertThat(RestAssured.get("/hosts?limit=1").header("Link")).contains("rel=\"next\"");
    }

    private static JsonPath retry(String body) {
        var answer = RestAssured.given()
                .header("Authorization", TOKEN)
                .contentType("application/json")
                .body(body)
                .post("/pictures/retry");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** The host's line in the list as soon as it is there. */
    private static JsonPath host(String state, String name) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> RestAssured.get("/hosts?limit=200&state=" + state)
                                .jsonPath()
                                .setRootPath("items.find { it.name == '" + name + "' }"),
                        line -> line.get("name") != null);
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
