package dev.periodical.content.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.content.article.fresh.FreshArchive;
import dev.periodical.content.article.fresh.RebuildLedger;
import dev.periodical.content.article.fresh.RunLost;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rebuilds on the real database and broker. Topics hold what other tests told them, too. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEPT = "http://pictures.example/rebuilt.png";

    BackingServices backing;

    @Inject
    FilledArchive archive;

    @Inject
    FreshArchive fresh;

    @Inject
    RebuildLedger ledger;

    private RecordPublisher topic;
    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        var at = backing.coordinates();
        topic = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", at.kafkaBootstrapServers()),
                List.of(Topics.ARTICLES, Topics.MEDIA),
                Duration.ofSeconds(10),
                1L << 25));
        database = DriverManager.getConnection(at.jdbcUrl("content"), at.postgresUser(), at.postgresPassword());
        archive.empty();
        execute("delete from rebuild");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
        topic.close();
    }

    @Test
    void corruptedRows_areAsTheTopicsSay_andReadsNeverFailMeanwhile() throws Exception {
        publishSome("r");
        rebuilt();
        List<String> said = rows();
        execute("create sequence probe_number");
        execute("alter table article add column probe bigint default nextval('probe_number')");
        execute("create function probe() returns trigger language plpgsql as $$ begin return new; end $$");
        execute("create trigger probing before update on article for each row execute function probe()");
        execute("create table bystander (id int)");
        try {
            List<String> shape = shape();
            List<String> numbers =
                    query("select id || ' ' || probe from article where title not like '%r1%' order by id");
            execute(
                    "update article set title = 'corrupt', search = null, visibility = 'public' where title like '%r1%'");
            execute("delete from article where id = '" + ArticleId.ofKey("r20") + "'");
            execute("delete from article_label where article_id < '80000000-0000-0000-0000-000000000000'");
            execute("delete from revision where article_id = '" + ArticleId.ofKey("r21") + "'");
            execute("update revision set payload = '{}' where article_id = '" + ArticleId.ofKey("r22") + "'");
            execute("update picture set state = 'failed', media_id = null where state = 'stored'");
            execute("update article set withdrawn = false, title = 'back' where id = '" + ArticleId.ofKey("r9") + "'");
            execute(
                    "insert into article (id, event_time, event_id, withdrawn, visibility, title, listed_at, category_paths,"
                            + " tags, image_refs) values (gen_random_uuid(), now(), 'x', false, 'public', 'bogus', now(), '{}', '{}', '{}')");
            long highest =
                    Long.parseLong(query("select max(probe) from article").get(0));

            try (Readers readers = new Readers()) {
                rebuilt();
                assertThat(readers.failures).isEmpty();
                assertThat(readers.answers).hasValueGreaterThan(5);
            }

            assertThat(rows()).isEqualTo(said);
            assertThat(shape()).isEqualTo(shape);
            assertThat(query("select id || ' ' || probe from article where title not like '%r1%' and probe <= "
                            + highest + " order by id"))
                    .containsAll(numbers.stream()
                            .filter(number -> !number.startsWith(ArticleId.ofKey("r20"))
                                    && !number.startsWith(ArticleId.ofKey("r9")))
                            .toList());
            assertThat(query("select count(*) from article where title like '%r1%' and probe > " + highest))
                    .isEqualTo(query("select count(*) from article where title like '%r1%'"));
            assertThat(query("select count(*) from bystander")).containsExactly("0");
        } finally {
            execute("drop table bystander");
            execute("drop trigger probing on article");
            execute("drop function probe()");
            execute("alter table article drop column probe");
            execute("drop sequence probe_number");
        }
    }

    @Test
    void eventsArrivingMeanwhile_areThereAfterwards() throws Exception {
        publishSome("s");
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; !over.get(); i++) {
                publish(Events.ingested(Events.article("m" + i, "间 " + i)));
                String key = "m" + i;
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> status(key) == 200);
                kept.add(key);
            }
        });
        writer.start();
        try {
            await().until(() -> kept.size() > 3);
            for (int run = 0; run < 3; run++) {
                rebuilt();
                List<String> before = new ArrayList<>(kept);
                assertThat(before).allMatch(key -> status(key) == 200);
            }
        } finally {
            over.set(true);
            writer.join();
        }
        assertThat(kept).hasSizeGreaterThan(3).allMatch(key -> status(key) == 200);
    }

    @Test
    void secondRun_isRefused_untilTheFirstOnesReplicaIsDead() throws Exception {
        publishSome("t");
        UUID first = UUID.randomUUID();
        assertThat(ledger.begin(first).await().atMost(PATIENCE)).isTrue();
        fresh.make(first).await().atMost(PATIENCE);
        fresh.keep(first, List.of(event("t1")), 1).await().atMost(PATIENCE);
        post().then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString(first.toString()));

        execute("update rebuild set leased_until = now() - interval '1 second'");
        rebuilt();

        assertThat(query("select state from rebuild order by started_at")).containsExactly("failed", "done");
        assertThatThrownBy(
                        () -> fresh.keep(first, List.of(event("t2")), 1).await().atMost(PATIENCE))
                .isInstanceOf(RunLost.class);
        assertThatThrownBy(() -> fresh.takePlace(
                                first, () -> io.smallrye.mutiny.Uni.createFrom().voidItem())
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(RunLost.class);
        assertThat(status("t1")).isEqualTo(200);
        assertThat(query("select count(*) from pg_namespace where nspname = 'fresh'"))
                .containsExactly("0");
    }

    @Test
    void revisionsThatCompactionHasTaken_areTakenOver() {
        archive.keep(Events.ingested(Events.article("u", "旧")));
        publish(Events.ingested(Events.article("u", "新")));
        await().atMost(PATIENCE).until(() -> revisions("u") == 2);

        rebuilt();

        assertThat(revisions("u")).isEqualTo(2);
        assertThat(given().get("/articles/" + ArticleId.ofKey("u")).jsonPath().getString("title"))
                .contains("新");
    }

    @Test
    void topicsThatHaveLostTheArchive_emptyItNot() throws SQLException {
        execute(
                "insert into article (id, event_time, event_id, withdrawn, visibility, title, listed_at, category_paths, tags,"
                        + " image_refs) select gen_random_uuid(), now(), 'x', false, 'public', 'only here', now(), '{}', '{}', '{}'"
                        + " from generate_series(1, 5000)");

        post().then().statusCode(202);

        await().atMost(PATIENCE).until(() -> !"running".equals(state()));
        assertThat(state()).isEqualTo("failed");
        assertThat(latest().jsonPath().getString("reason")).contains("of 5000 articles only");
        assertThat(query("select count(*) from article where title = 'only here'"))
                .containsExactly("5000");
    }

    @Test
    void door_isForOperatorsOnly() {
        given().post("/rebuild").then().statusCode(401);
        given().get("/rebuild").then().statusCode(401);
        latest().then().statusCode(404).contentType("application/problem+json");
    }

    /** Asks as long as it is open. */
    private static final class Readers implements AutoCloseable {

        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();

        Readers() {
            for (String path :
                    List.of("/articles?limit=5", "/articles/" + ArticleId.ofKey("r30"), "/stats", "/articles?q=题目")) {
                Thread thread = new Thread(() -> {
                    while (!over.get()) {
                        Response answer = given().get(path);
                        answers.incrementAndGet();
                        if (answer.statusCode() != 200) {
                            failures.add(path + ": " + answer.asString());
                        }
                    }
                });
                threads.add(thread);
                thread.start();
            }
        }

        @Override
        public void close() {
            over.set(true);
            threads.forEach(thread -> {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** Forty articles: some revised, one withdrawn, one with a picture that is kept. */
    private void publishSome(String prefix) {
        for (int i = 0; i < 40; i++) {
            publish(Events.ingested(Events.article(prefix + i, prefix + i + " ", KEPT)));
        }
        for (int i = 0; i < 5; i++) {
            publish(Events.ingested(Events.article(prefix + i, prefix + i + " revised", KEPT)));
        }
        publish(Events.withdrawn(prefix + 9));
        publish(Events.stored(KEPT));
        publish(Events.ingested(Events.article(prefix + "last", "last")));
        await().atMost(PATIENCE).until(() -> status(prefix + "last") == 200 && status(prefix + "39") == 200);
        await().atMost(PATIENCE).until(() -> status(prefix + "9") == 404);
    }

    private void publish(Event event) {
        topic.publish(EventCodec.encode(Events.at(Instant.now(), event)))
                .toCompletableFuture()
                .join();
    }

    private static Envelope event(String key) {
        return Events.at(Instant.now(), Events.ingested(Events.article(key, "half a run's")));
    }

    private static Response post() {
        return given().auth().preemptive().oauth2("test-token").post("/rebuild");
    }

    private static Response latest() {
        return given().auth().preemptive().oauth2("test-token").get("/rebuild");
    }

    private static String state() {
        return latest().jsonPath().getString("state");
    }

    private static void rebuilt() {
        post().then().statusCode(202);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !"running".equals(state()));
        assertThat(latest().asString()).contains("\"state\":\"done\"");
    }

    private static int status(String key) {
        return given().get("/articles/" + ArticleId.ofKey(key)).statusCode();
    }

    private static int revisions(String key) {
        Response answer = given().get("/articles/" + ArticleId.ofKey(key) + "/revisions");
        return answer.statusCode() == 200 ? answer.jsonPath().getList("items").size() : 0;
    }

    /** Everything that a replay writes. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.addAll(query(
                "select (id, event_time, event_id, withdrawn, revision, visibility, title, author, source, published_at,"
                        + " listed_at, category_paths, tags, image_refs, ingested_at, withdrawn_at, plain, search, indexed_revision)::text"
                        + " from article order by id"));
        rows.addAll(
                query("select (article_id, revision, first_seen, last_seen, visibility, payload)::text from revision"
                        + " order by article_id, revision"));
        rows.addAll(
                query("select (ref, event_time, event_id, state, media_id, reason)::text from picture order by ref"));
        rows.addAll(query("select article_label::text from article_label order by label, article_id"));
        return rows;
    }

    /** What the tables are. */
    private List<String> shape() throws SQLException {
        return query(
                "select indexname || ' ' || indexdef from pg_indexes where tablename in ('article', 'article_label', 'revision', 'picture')"
                        + " union all select tgname || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal"
                        + " union all select table_schema || '.' || table_name || '.' || column_name || ' ' || ordinal_position || ' '"
                        + " || coalesce(column_default, '') || is_nullable from information_schema.columns"
                        + " where table_name in ('article', 'article_label', 'revision', 'picture') order by 1");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = database.createStatement().executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        database.createStatement().execute(sql);
    }
}
