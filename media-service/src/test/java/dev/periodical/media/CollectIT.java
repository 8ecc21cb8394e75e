package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.ImageRef;
import dev.periodical.events.MediaStored;
import dev.periodical.events.Sha256;
import dev.periodical.media.frontier.ArticleUse;
import dev.periodical.media.frontier.Garbage;
import dev.periodical.media.frontier.Plan;
import dev.periodical.media.frontier.PlannedPicture;
import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.store.Bucket;
import dev.periodical.media.store.ObjectName;
import dev.periodical.media.store.PictureStore;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody shows any more goes, and nothing else. */
@QuarkusTest
@TestProfile(FrontierProfile.class)
class CollectIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    PictureStore store;

    @Inject
    Bucket bucket;

    @Inject
    Plan plan;

    @Inject
    Settlement settlement;

    @Inject
    Garbage garbage;

    @Inject
    DataSource database;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TempDir
    Path folder;

    /** Readiness makes the bucket where it is missing. */
    @BeforeEach
    void empty() throws SQLException {
        given().get(ready).then().statusCode(200);
        sql("truncate picture, host, attempt, article_use, garbage");
        bucket.pages()
                .onItem()
                .transformToUniAndConcatenate(page ->
                        bucket.remove(page.stream().map(Bucket.Entry::name).toList()))
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void dryRun_saysWhatWouldGo_changesNothing_andItsTotalsAreTheBuckets() throws Exception {
        var used = stored("http://a.example/used");
        article("article-1", 1, "http://a.example/used");
        var unused = stored("http://a.example/unused");
        put(ObjectName.thumbnail(unused, 320), "thumbnail");
        var orphan = put("f".repeat(64), "an orphan");
        var old = stored("http://a.example/old");
        put("something-else", "not ours");
        collect(false);
        sql("delete from garbage where media_id <> '" + old + "'");
        agedMark(old);

        var lines = collect(true);

        assertThat(collect(true)).hasSameSizeAs(lines);
        assertThat(fates(lines))
                .containsExactlyInAnyOrder(
                        unused + " marked",
                        ObjectName.thumbnail(unused, 320) + " marked",
                        orphan + " marked",
                        old + " collected");
        assertThat(sum(lines, "objects")).isEqualTo(6);
        assertThat(sum(lines, "bytes"))
                .isEqualTo(entries().stream().mapToLong(Bucket.Entry::bytes).sum());
        var totals = lines.get(lines.size() - 1);
        assertThat(totals.getLong("totals.kept.objects")).isEqualTo(1);
        assertThat(totals.getLong("totals.foreign.objects")).isEqualTo(1);
        assertThat(totals.getLong("totals.marked.objects")).isEqualTo(3);
        assertThat(entries()).hasSize(6);
        assertThat(used).isNotEqualTo(old);
    }

    @Test
    void bucketOfMoreThanAPage_isListedWhole() throws Exception {
        int objects = Bucket.PAGE + 7;
        for (int i = 0; i < objects; i++) {
            put(Sha256.hex("orphan " + i), "orphan " + i);
        }

        assertThat(entries())
                .extracting(Bucket.Entry::name)
                .doesNotHaveDuplicates()
                .hasSize(objects);
        assertThat(sum(collect(true), "objects")).isEqualTo(objects);
    }

    @Test
    void picturesAndOrphansThatNobodyUses_goAfterTheGracePeriod_withAllThatIsDerived() throws Exception {
        var id = stored("http://a.example/1");
        put(ObjectName.thumbnail(id, 640), "thumbnail");
        var orphan = put("e".repeat(64), "an orphan");

        assertThat(fates(collect(false))).allMatch(line -> line.endsWith(" marked"));
        assertThat(fates(collect(false))).allMatch(line -> line.endsWith(" waiting"));
        assertThat(entries()).hasSize(3);
        agedMark(id);
        agedMark(orphan);
        assertThat(fates(collect(false))).contains(id + " collected", orphan + " collected");

        assertThat(entries()).isEmpty();
        assertThat(count("garbage")).isZero();
        assertThat(count("picture")).isZero();
        assertThat(count("attempt")).isZero();
        given().get("/media/" + id).then().statusCode(404);
    }

    @Test
    void revisedAndWithdrawnArticles_letGoOfTheirPictures_sharedOnesStay() throws Exception {
        var shared = stored("http://a.example/shared");
        var own = stored("http://a.example/own");
        article("article-1", 1, "http://a.example/shared", "http://a.example/own");
        article("article-2", 1, "http://a.example/shared");
        assertThat(fates(collect(true))).isEmpty();

        article("article-1", 2, "http://a.example/shared");
        assertThat(fates(collect(true))).containsExactly(own + " marked");

        article("article-1", 3);
        article("article-2", 2);
        assertThat(fates(collect(true))).containsExactlyInAnyOrder(own + " marked", shared + " marked");
    }

    @Test
    void articleThatShowsAMarkedPicture_savesIt() throws Exception {
        var id = stored("http://a.example/1");
        collect(false);
        agedMark(id);

        article("article-1", 1, "http://a.example/1");

        assertThat(count("garbage")).isZero();
        assertThat(fates(collect(false))).isEmpty();
        assertThat(entries()).hasSize(1);
    }

    /** The mark is old, but its use is newer: the look-up inside of the transaction decides. */
    @Test
    void useThatNobodyUnmarked_isSeenBeforeAnythingGoes() throws Exception {
        var id = stored("http://a.example/1");
        article("article-1", 1, "http://a.example/1");
        sql("insert into garbage (media_id, marked_at) values ('" + id + "', now() - interval '30 days')");

        assertThat(done(garbage.condemn(List.of(id), Duration.ofDays(7)))).isEmpty();
        collect(false);

        assertThat(entries()).hasSize(1);
        assertThat(count("garbage")).isZero();
    }

    @Test
    void collectedPictureThatIsShownAgain_waitsToBeFetched() throws Exception {
        var id = stored("http://a.example/1");
        collect(false);
        agedMark(id);
        collect(false);

        article("article-1", 1, "http://a.example/1");

        given().get("/pictures/" + ImageRef.of("http://a.example/1"))
                .then()
                .body("state", org.hamcrest.Matchers.is("waiting"));
    }

    @Test
    void planningThatRacesACollection_losesNothing() throws Exception {
        for (int round = 0; round < 20; round++) {
            var url = "http://raced.example/" + round;
            var id = stored(url);
            sql("insert into garbage (media_id, marked_at) values ('" + id + "', now() - interval '30 days')");

            var collected = CompletableFuture.runAsync(() -> collect(false));
            article("article-" + round, 1, url);
            collected.join();

            var kept = store.open(id, null).await().atMost(PATIENCE) != null;
            assertThat(given().get("/pictures/" + ImageRef.of(url))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getString("state"))
                    .as(url)
                    .isEqualTo(kept ? "stored" : "waiting");
        }
    }

    @Test
    void planningThatComesSecond_waitsForTheCollectionAndPlansAnew() throws Exception {
        var id = stored("http://a.example/1");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select * from picture for update");
            var planned = CompletableFuture.runAsync(() -> article("article-1", 1, "http://a.example/1"));
            org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> waitingForALock() > 0);
            statement.execute("delete from picture where media_id = '" + id + "'");
            connection.commit();
            planned.join();
        }

        given().get("/pictures/" + ImageRef.of("http://a.example/1"))
                .then()
                .body("state", org.hamcrest.Matchers.is("waiting"));
    }

    @Test
    void bytesThatAreKeptAgain_areSparedByARunThatWasCutShort() throws Exception {
        var again = put("a".repeat(64), "kept again");
        var gone = put("b".repeat(64), "gone");
        sql("insert into garbage values ('" + again + "', now(), true), ('" + gone + "', now(), true)");

        done(garbage.spare(again));
        collect(false);

        assertThat(entries()).extracting(Bucket.Entry::name).containsExactly(again);
    }

    @Test
    void onlyOperators_collect() {
        given().post("/collect").then().statusCode(401);
        given().header("Authorization", "Bearer test-token")
                .post("/collect?dryRun=perhaps")
                .then()
                .statusCode(400)
                .body("parameter", org.hamcrest.Matchers.is("dryRun"));
    }

    private String stored(String url) throws IOException {
        var bytes = url.getBytes(StandardCharsets.UTF_8);
        var id = put(Sha256.hex(bytes), url);
        done(settlement.handedIn(
                new MediaStored(ImageRef.of(url), url, null, id, "image/png", bytes.length, 1, 1, null, null),
                Instant.now(),
                List.of()));
        return id;
    }

    private String put(String name, String content) throws IOException {
        var file = Files.writeString(folder.resolve(UUID.randomUUID().toString()), content);
        done(store.put(name, "image/png", file));
        return name;
    }

    private void article(String name, long version, String... urls) {
        var pictures = Arrays.stream(urls)
                .map(url -> new PlannedPicture(ImageRef.of(url), url, List.of(), null, "a.example", null, null))
                .toList();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        done(plan.add(List.of(new ArticleUse(id, Instant.ofEpochSecond(version), "event", pictures))));
    }

    private void agedMark(String id) throws SQLException {
        sql("update garbage set marked_at = now() - interval '8 days' where media_id = '" + id + "'");
    }

    private static List<JsonPath> collect(boolean dry) {
        return given().header("Authorization", "Bearer test-token")
                .post("/collect?dryRun=" + dry)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .map(JsonPath::new)
                .toList();
    }

    private static List<String> fates(List<JsonPath> lines) {
        return lines.stream()
                .filter(line -> line.getString("object") != null)
                .map(line -> line.getString("object") + " " + line.getString("fate"))
                .toList();
    }

    private static long sum(List<JsonPath> lines, String what) {
        return lines.get(lines.size() - 1).getMap("totals").values().stream()
                .mapToLong(sum -> ((Number) ((java.util.Map<?, ?>) sum).get(what)).longValue())
                .sum();
    }

    private List<Bucket.Entry> entries() {
        return bucket.pages().collect().asList().await().atMost(PATIENCE).stream()
                .flatMap(List::stream)
                .toList();
    }

    private long waitingForALock() throws SQLException {
        return number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
    }

    private long count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    private long number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
