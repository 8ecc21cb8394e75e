package dev.periodical.content.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.content.live.Listener.Told;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.ImageRef;
import dev.periodical.events.Topics;
import dev.periodical.events.Visibility;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream as clients see it, over real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(LiveProfile.class)
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class EventsResourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "test-token";
    private static final String PICTURE = "http://pictures.example/live.png";

    BackingServices backing;

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    @BeforeEach
    void empty() {
        archive.empty();
    }

    @Test
    void articleWithdrawalAndPicture_areToldInOrder_withTheirLightData() {
        try (Listener listener = new Listener("", null, null)) {
            awaitWelcome(listener);
            archive.keep(
                    Events.ingested(Events.article("l1", "一", PICTURE)),
                    Events.stored(PICTURE),
                    Events.withdrawn("l1"));

            List<Told> told = awaitEvents(listener, 2);

            // the article changed twice within one look, or was told in between
            Told last = told.get(told.size() - 1);
            assertThat(last.event()).isEqualTo("dev.periodical.article.gone.v1");
            assertThat(last.subject()).isEqualTo(ArticleId.ofKey("l1"));
            assertThat(told)
                    .filteredOn(one -> one.event().equals("dev.periodical.picture.settled.v1"))
                    .singleElement()
                    .satisfies(picture -> {
                        assertThat(picture.subject()).isEqualTo(ImageRef.of(PICTURE));
                        assertThat(picture.data())
                                .contains("\"state\":\"stored\"", "\"specversion\":\"1.0\"", "/media/");
                    });
        }
    }

    @Test
    void factThatSaysNothingNew_isNotTold() {
        Article same = Events.article("l2", "一");
        archive.keep(Events.ingested(same), Events.stored(PICTURE));
        try (Listener listener = new Listener("", null, null)) {
            awaitWelcome(listener);
            archive.keep(
                    Events.ingested(same), Events.stored(PICTURE), Events.ingested(Events.article("l2-after", "后")));

            assertThat(awaitEvents(listener, 1)).extracting(Told::subject).containsExactly(ArticleId.ofKey("l2-after"));
        }
    }

    @Test
    void resumedListener_missesAndDoublesNothing_whileEventsArrive() {
        List<Told> heard = new ArrayList<>();
        String place = "0";
        try (Listener first = new Listener("", null, null)) {
            awaitWelcome(first);
            place = first.lastId();
        }
        List<String> keys = IntStream.range(0, 120).mapToObj(i -> "resumed" + i).toList();
        Thread publishing = new Thread(() -> publish(keys));
        publishing.start();
        for (int turn = 0; heard.size() < keys.size() && turn < 200; turn++) {
            int few = Math.min(7, keys.size() - heard.size());
            try (Listener listener = new Listener("?types=article", place, null)) {
                await().atMost(PATIENCE).until(() -> listener.events().size() >= few);
                List<Told> some = listener.events().subList(0, few);
                heard.addAll(some);
                place = some.get(few - 1).id();
            }
        }

        assertThat(heard)
                .extracting(Told::subject)
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().map(ArticleId::ofKey).toList());
        assertThat(heard)
                .extracting(told -> Long.parseLong(told.id()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void restrictedArticles_areToldToATokenOnly_andWhatTurnsRestrictedIsGone() {
        Instant time = Instant.parse("2024-03-01T08:00:00Z");
        try (Listener anybody = new Listener("", null, null);
                Listener holder = new Listener("", null, TOKEN)) {
            awaitWelcome(anybody);
            awaitWelcome(holder);
            archive.keep(
                    Events.ingested(Events.article("secret", "密", time, Visibility.RESTRICTED)),
                    Events.ingested(Events.article("turned", "开", time, Visibility.PUBLIC)));
            awaitEvents(anybody, 1);
            archive.keep(
                    Events.ingested(Events.article("turned", "关", time, Visibility.RESTRICTED)),
                    Events.withdrawn("secret"),
                    Events.ingested(Events.article("last", "末", time, Visibility.PUBLIC)));

            await().atMost(PATIENCE).until(() -> heardOf(anybody, "last") && heardOf(holder, "last"));
            assertThat(heardOf(anybody, "secret")).isFalse();
            assertThat(anybody.events())
                    .filteredOn(told -> told.subject().equals(ArticleId.ofKey("turned")))
                    .extracting(Told::event)
                    .containsExactly("dev.periodical.article.kept.v1", "dev.periodical.article.gone.v1");
            assertThat(anybody.told)
                    .noneMatch(told -> told.data().contains("密") || told.data().contains("关"));
            assertThat(heardOf(holder, "secret")).isTrue();
        }
    }

    @Test
    void filter_letsThroughWhatItSays() {
        Instant time = Instant.parse("2024-03-01T08:00:00Z");
        archive.keep(
                Events.ingested(Events.written("f1", "甲", "<p>一</p>", "张三", List.of("新闻", "本地"), List.of("x"), time)),
                Events.ingested(Events.written("f2", "乙", "<p>二</p>", "李四", List.of("新闻"), List.of("y"), time)),
                Events.stored(PICTURE));
        assertThat(subjectsOf("?after=0&types=article&category=新闻/本地", 1)).containsExactly(ArticleId.ofKey("f1"));
        assertThat(subjectsOf("?after=0&types=article&tag=y", 1)).containsExactly(ArticleId.ofKey("f2"));
        assertThat(subjectsOf("?after=0&types=picture", 1)).containsExactly(ImageRef.of(PICTURE));
        assertThat(subjectsOf("?after=0&author=李四", 2)).containsExactly(ArticleId.ofKey("f2"), ImageRef.of(PICTURE));
    }

    @Test
    void silence_isBrokenByHeartbeats_thatSayThePlace() {
        try (Listener listener = new Listener("?types=picture", null, null)) {
            awaitWelcome(listener);
            String first = listener.lastId();
            archive.keep(Events.ingested(Events.article("unwanted", "不")));

            await().atMost(PATIENCE).until(() -> comments(listener) >= 3 && place(listener.lastId()) > place(first));
            assertThat(listener.events()).isEmpty();
            assertThat(listener.told.get(0).retry()).isEqualTo("2000");
        }
    }

    @Test
    void moreListenersThanMayBe_areAskedToComeAgain_andHavePlacesThatOthersLeave() {
        List<Listener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < LiveProfile.CONNECTIONS; i++) {
                await().atMost(PATIENCE)
                        .ignoreExceptionsMatching(AssertionError.class::isInstance)
                        .until(() -> listeners.add(new Listener("", null, null)));
            }
            given().get("/events")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .contentType("application/problem+json");
        } finally {
            listeners.forEach(Listener::close);
        }

        await().atMost(PATIENCE).untilAsserted(() -> new Listener("", null, null).close());
    }

    @Test
    void listenerWhoTakesNothing_isCut_andDelaysNobody() throws IOException {
        try (Socket slow = new Socket();
                Listener quick = new Listener("?types=article", null, null)) {
            awaitWelcome(quick);
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress("localhost", RestAssured.port));
            slow.getOutputStream()
                    .write(("GET /events?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            run("insert into article (id, event_time, event_id, withdrawn, revision, visibility, title, listed_at,"
                    + " category_paths, tags, image_refs) select gen_random_uuid(), now(), 'x', false, '', 'public',"
                    + " repeat('长', 600), now(), '{}', '{}', '{}' from generate_series(1, 8000)");

            await().atMost(PATIENCE).until(() -> quick.events().size() == 8000);
            slow.setSoTimeout((int) PATIENCE.toMillis());
            await().atMost(PATIENCE).until(() -> isCut(slow));
        }
    }

    @Test
    void placeOfAnotherArchive_isReset() {
        try (Listener listener = new Listener("", "999999999999999999", null)) {
            awaitWelcome(listener);
            assertThat(listener.told.get(0).event()).isEqualTo("reset");
            archive.keep(Events.ingested(Events.article("after-reset", "新")));

            await().atMost(PATIENCE).until(() -> listener.events().size() == 2);
        }
    }

    @Test
    void whatCanNotBe_isNamed() {
        given().get("/events?after=x").then().statusCode(400).body("parameter", equalTo("after"));
        given().header("Last-Event-ID", "-1")
                .get("/events")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("Last-Event-ID"));
        given().get("/events?types=films").then().statusCode(400).body("parameter", equalTo("types"));
        given().get("/events?type=article").then().statusCode(400).body("parameter", equalTo("type"));
        given().auth().oauth2("nobody's").get("/events").then().statusCode(401);
    }

    private static long comments(Listener listener) {
        return listener.told.stream().filter(told -> !told.comment().isEmpty()).count();
    }

    private static long place(String id) {
        return Long.parseLong(id);
    }

    private List<String> subjectsOf(String query, int count) {
        try (Listener listener = new Listener(query, null, null)) {
            return awaitEvents(listener, count).stream().map(Told::subject).toList();
        }
    }

    private static boolean isCut(Socket socket) {
        try {
            return socket.getInputStream().readNBytes(1_000_000).length < 1_000_000;
        } catch (IOException reset) {
            return true;
        }
    }

    private static boolean heardOf(Listener listener, String key) {
        return listener.events().stream().anyMatch(told -> told.subject().equals(ArticleId.ofKey(key)));
    }

    private static void awaitWelcome(Listener listener) {
        await().atMost(PATIENCE).until(() -> !listener.told.isEmpty());
    }

    private static List<Told> awaitEvents(Listener listener, int count) {
        await().atMost(PATIENCE).until(() -> listener.events().size() >= count);
        return listener.events();
    }

    private void publish(List<String> keys) {
        try (RecordPublisher topic = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers()),
                List.of(Topics.ARTICLES, Topics.MEDIA),
                Duration.ofSeconds(10),
                1L << 25))) {
            keys.forEach(key -> topic.publish(
                            EventCodec.encode(Events.at(Instant.now(), Events.ingested(Events.article(key, "续")))))
                    .toCompletableFuture()
                    .join());
        }
    }

    private void run(String sql) {
        database.transaction(session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .indefinitely();
    }
}
