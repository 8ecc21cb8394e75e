package dev.periodical.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services on real backing services, as one command starts them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteIT {

    private static final int ARTICLES = 300;
    private static final String DEMO_TITLE = "老街灯笼";

    @TempDir
    static Path folder;

    private static RunningSuite suite;
    private static String said;

    @BeforeAll
    static void up() {
        suite = new RunningSuite(folder.resolve("run"));
        said = suite.up("--demo");
    }

    @AfterAll
    static void down() {
        List<Long> processes = Stream.of("backing", "ingest", "content", "media", "origin")
                .map(suite::pid)
                .toList();
        suite.down();
        await("the system to forget them")
                .atMost(Duration.ofSeconds(10))
                .until(() -> processes.stream()
                        .noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    }

    @Test
    @Order(1)
    void demo_printsAPageToOpen_withEveryPictureServedByMedia() {
        assertThat(said).contains(suite.env().get("CONTENT_URL") + "/read/" + demoArticle());

        String page = text(suite.get(suite.env().get("CONTENT_URL") + "/read/" + demoArticle())
                .body());

        assertThat(page).contains(DEMO_TITLE).doesNotContain("src=\"https://cors.");
        List<String> pictures = matches(page, "<img src=\"([^\"]+)\"");
        assertThat(pictures)
                .hasSize(3)
                .allMatch(url -> url.startsWith(suite.env().get("MEDIA_URL") + "/media/"));
        assertThat(pictures).allMatch(url -> suite.get(url).statusCode() == 200);
    }

    @Test
    @Order(2)
    void demoArticle_isAnEventThatAnyConsumerReads() {
        ConsumerRecord<String, String> event = suite.records("periodical.articles").stream()
                .filter(record -> record.key().equals(demoArticle()))
                .reduce((first, last) -> last)
                .orElseThrow();

        assertThat(event.value()).startsWith("{").contains(DEMO_TITLE);
        assertThat(text(event.headers().lastHeader("ce_type").value())).isEqualTo("dev.periodical.article.ingested.v1");
        assertThat(text(event.headers().lastHeader("content-type").value())).isEqualTo("application/json");
        assertThat(event.headers().lastHeader("traceparent")).isNotNull();
    }

    @Test
    @Order(3)
    void demoArticle_isInTheDatabase() throws Exception {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:" + suite.env().get("CONTENT_DATABASE_URL"), "postgres", "postgres");
                ResultSet rows = database.createStatement()
                        .executeQuery("select title from article where id = '" + demoArticle() + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).contains(DEMO_TITLE);
        }
    }

    @Test
    @Order(4)
    void demoPictures_areInTheBucket_byteForByteTheOrigins() throws Exception {
        Map<String, String> env = suite.env();
        MinioClient s3 = MinioClient.builder()
                .endpoint(env.get("S3_ENDPOINT"))
                .credentials(env.get("S3_ACCESS_KEY"), env.get("S3_SECRET_KEY"))
                .region("us-east-1")
                .build();
        JsonNode images = suite.json(env.get("CONTENT_URL") + "/articles/" + demoArticle())
                .get("images");
        assertThat(images).hasSize(3);
        for (JsonNode image : images) {
            GetObjectArgs object = GetObjectArgs.builder()
                    .bucket(env.get("S3_BUCKET"))
                    .object(image.get("mediaId").asText())
                    .build();
            try (InputStream kept = s3.getObject(object)) {
                assertThat(kept.readAllBytes())
                        .isEqualTo(suite.get(atOrigin(image.get("origin").asText()))
                                .body());
            }
        }
    }

    @Test
    @Order(5)
    void pictureThatCannotBeHad_isSaidInPlace_andWhy() {
        JsonNode failed = suite.json(suite.env().get("MEDIA_URL") + "/pictures?state=failed")
                .get("items");
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).get("reason").asText()).isEqualTo("not-found");

        String page = articles().stream()
                .map(article -> text(suite.get(suite.env().get("CONTENT_URL") + "/read/" + article)
                        .body()))
                .filter(html -> html.contains("class=\"missing\""))
                .findFirst()
                .orElseThrow();

        assertThat(page).contains("not-found");
    }

    @Test
    @Order(5)
    void pictureBehindAHotlinkWall_isRecoveredByTheSecondRung() {
        JsonNode picture = pictureOf("hotlink.pictures.example");

        assertThat(picture.get("state").asText()).isEqualTo("stored");
        assertThat(picture.get("attempts")).hasSize(2);
        assertThat(picture.at("/attempts/0/reason").asText()).isEqualTo("forbidden");
        assertThat(picture.at("/attempts/0/referer").isMissingNode()).isTrue();
        assertThat(picture.at("/attempts/1/referer").asText()).isEqualTo("http://hotlink.pictures.example/");
    }

    @Test
    @Order(5)
    void poisonedPicture_isKeptAndMarked_alsoForItsReader() {
        // The mark is told as soon as the bytes are kept; media still tries the rungs that are left.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode picture = pictureOf("blank.pictures.example");
            assertThat(picture.get("state").asText()).isEqualTo("suspect");
            assertThat(picture.get("reason").asText()).isEqualTo("placeholder");
        });
        assertThat(articles().stream()
                        .map(article -> text(suite.get(suite.env().get("CONTENT_URL") + "/read/" + article)
                                .body()))
                        .filter(html -> html.contains("class=\"suspect\"")))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void healthMetricsAndOpenApi_answer() {
        for (String service : List.of("INGEST", "CONTENT", "MEDIA")) {
            String management = suite.env().get(service + "_MANAGEMENT_URL");
            assertThat(suite.json(management + "/q/health/ready").get("status").asText())
                    .isEqualTo("UP");
            assertThat(text(suite.get(management + "/q/metrics").body())).contains("periodical_");
            assertThat(text(suite.get(suite.env().get(service + "_URL") + "/openapi")
                            .body()))
                    .contains("openapi: 3");
        }
    }

    @Test
    @Order(7)
    void treePostedByTheCommand_isKeptWithItsOwnPictures_andWhatIsRefusedIsListed() throws Exception {
        PostedTree tree = new PostedTree(folder.resolve("site"));

        assertThat(tree.posted(folder.resolve("run"), 1))
                .contains("3 posts, 1 refused", "2 pictures of the tree kept, 0 not")
                .containsPattern("refused:\\s+source/_posts/broken.md: \\S+");

        await().atMost(Duration.ofMinutes(1)).until(() -> suite.titles().contains("plain tree post"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(suite.article(PostedTree.TITLE).get("images"))
                        .hasSize(2)
                        .allMatch(image -> image.get("state").asText().equals("stored")));
        JsonNode images = suite.article(PostedTree.TITLE).get("images");
        assertThat(suite.picture(images.get(0))).isEqualTo(tree.image());
        assertThat(suite.picture(images.get(1))).isEqualTo(tree.asset());
    }

    @Test
    @Order(8)
    void sigterm_endsEachServiceWithinTenSeconds_alsoWithoutKafka() {
        long backing = suite.pid("backing");
        suite.terminate("backing");
        for (String service : List.of("ingest", "content", "media")) {
            long pid = suite.pid(service);
            suite.terminate(service);
            await(service + " to end").atMost(Duration.ofSeconds(10)).until(() -> !RunningSuite.alive(pid));
        }
        await("the backing services to end").atMost(Duration.ofMinutes(1)).until(() -> !RunningSuite.alive(backing));
        suite.up("--demo");
    }

    @Test
    @Order(9)
    void kill9OfAnything_losesNothing_doublesNothing() throws Exception {
        int before = articles().size();
        AtomicInteger accepted = new AtomicInteger();
        ExecutorService posters = Executors.newFixedThreadPool(4);
        List<Future<?>> posts = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            String key = "kill-" + i;
            posts.add(posters.submit(() -> {
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> suite.put(key, document(key)) == 202);
                accepted.incrementAndGet();
            }));
        }
        posters.shutdown();

        int share = ARTICLES / 5;
        for (String victim : List.of("ingest", "content", "media", "backing")) {
            int enough = Math.min(ARTICLES, accepted.get() + share);
            await().atMost(Duration.ofMinutes(3)).until(() -> {
                untroubled(posts);
                return accepted.get() >= enough;
            });
            suite.kill9(victim);
            suite.up();
        }

        assertThat(posters.awaitTermination(4, TimeUnit.MINUTES)).isTrue();
        untroubled(posts);
        assertThat(accepted).hasValue(ARTICLES);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(articles()).doesNotHaveDuplicates().hasSize(before + ARTICLES));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(suite.json(suite.env().get("MEDIA_URL") + "/pictures?state=waiting")
                                .get("items"))
                        .isEmpty());
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(statesOfNewPictures()).containsOnly("stored"));
        assertThat(suite.records("periodical.articles.content.dlt")).isEmpty();
        assertThat(suite.records("periodical.articles.media.dlt")).isEmpty();
        assertThat(suite.records("periodical.media.content.dlt")).isEmpty();
    }

    /** A post that ended by a fault of its own would else be a document that is missing for no reason. */
    private static void untroubled(List<Future<?>> posts) throws Exception {
        for (Future<?> post : posts) {
            if (post.isDone()) {
                post.get();
            }
        }
    }

    private static String document(String key) {
        return """
                ---
                title: %s
                author: 街巷周刊
                date: Wed, 02 Mar 2022 10:48:00 GMT
                ---
                <p>正文 %s</p>
                <p><img src="https://cors.example-worker.dev/?http://static.pictures.example/%s.png"></p>
                """.formatted(key, key, key);
    }

    private Set<String> statesOfNewPictures() {
        Set<String> states = new HashSet<>();
        for (String article : articles()) {
            JsonNode view = suite.json(suite.env().get("CONTENT_URL") + "/articles/" + article);
            if (view.get("title").asText().startsWith("kill-")) {
                assertThat(view.get("images")).hasSize(1);
                view.get("images")
                        .forEach(image -> states.add(image.get("state").asText()));
            }
        }
        return states;
    }

    private static JsonNode pictureOf(String host) {
        String media = suite.env().get("MEDIA_URL");
        String ref = StreamSupport.stream(
                        suite.json(media + "/pictures?limit=100").get("items").spliterator(), false)
                .filter(item -> item.get("url").asText().contains(host))
                .findFirst()
                .orElseThrow()
                .get("ref")
                .asText();
        return suite.json(media + "/pictures/" + ref);
    }

    private static String demoArticle() {
        return suite.article(DEMO_TITLE).get("id").asText();
    }

    private static List<String> articles() {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = suite.json(suite.env().get("CONTENT_URL") + "/articles?limit=100&after=" + after);
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            after = page.get("next").isNull() ? null : page.get("next").asText();
        }
        return ids;
    }

    private static String atOrigin(String url) throws Exception {
        String port = Files.readAllLines(folder.resolve("run/log/origin.log")).stream()
                .filter(line -> line.startsWith("listens on port "))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
        return url.replaceFirst("^https?://[^/]+", "http://127.0.0.1:" + port);
    }

    private static List<String> matches(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
