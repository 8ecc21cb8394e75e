package dev.periodical.content.subscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.content.webhook.Receiver;
import dev.periodical.content.webhook.Receiver.Posted;
import dev.periodical.content.webhook.ReceiverResource;
import dev.periodical.content.webhook.WrittenNames;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks as their owners and receivers see them, over real Kafka, PostgreSQL and HTTP. */
@QuarkusTest
@TestProfile(WebhooksProfile.class)
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
@QuarkusTestResource(ReceiverResource.class)
class WebhooksResourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    BackingServices backing;
    Receiver receiver;

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    @Inject
    WrittenNames names;

    @BeforeEach
    void empty() {
        archive.empty();
        run("delete from webhook");
    }

    @Test
    void change_isPostedAsACloudEvent_whoseSignatureFits() throws Exception {
        JsonPath made = subscribe("{\"url\": \"http://receiver.example/signed\"}");
        publish("signed");

        Posted posted = await().atMost(PATIENCE)
                .until(() -> receiver.at("/signed"), found -> !found.isEmpty())
                .get(0);
        assertThat(posted.method()).isEqualTo("POST");
        assertThat(posted.host()).isEqualTo("receiver.example");
        assertThat(posted.headers())
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-type", "dev.periodical.article.kept.v1")
                .containsEntry("ce-source", "/periodical/content")
                .containsEntry("ce-subject", ArticleId.ofKey("signed"))
                .containsEntry("content-type", "application/json");
        assertThat(Instant.parse(posted.header("ce-time")))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(JsonPath.from(posted.body()).getString("id")).isEqualTo(ArticleId.ofKey("signed"));
        assertThat(posted.header("webhook-signature")).isEqualTo(signature(made.getString("secret"), posted));
        assertThat(Long.parseLong(posted.header("webhook-timestamp")))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(30L));
    }

    @Test
    void receiverThatFails_isAskedAgain_withTheSameId() {
        receiver.answers("/twice", (exchange, time) -> Receiver.status(exchange, time < 3 ? 500 : 204));
        String id = subscribe("{\"url\": \"http://receiver.example/twice\"}").getString("id");
        archive.keep(Events.ingested(Events.article("twice", "一")));

        await().atMost(PATIENCE).until(() -> state(id, 0).equals("delivered"));
        assertThat(receiver.at("/twice")).hasSize(3);
        assertThat(receiver.at("/twice"))
                .extracting(posted -> posted.header("webhook-id"))
                .containsOnly(list(id).getString("items[0].id"));
        assertThat(list(id).getInt("items[0].attempts")).isEqualTo(3);
        assertThat(list(id).getInt("items[0].status")).isEqualTo(204);
        owner().get("/webhooks/" + id).then().body("failures", equalTo(0));
    }

    @Test
    void gone_disables_andWhatWaitsIsNotTold() {
        receiver.answers("/gone", (exchange, time) -> Receiver.status(exchange, 410));
        String id = subscribe("{\"url\": \"http://receiver.example/gone\"}").getString("id");
        archive.keep(Events.ingested(Events.article("gone1", "一")), Events.ingested(Events.article("gone2", "二")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> owner().get("/webhooks/" + id)
                        .then()
                        .body("state", equalTo("disabled"))
                        .body("reason", equalTo("gone")));
        owner().post("/webhooks/" + id + "/ping").then().statusCode(409);
        assertThat(list(id).getList("items.state")).containsOnly("failed");
        assertThat(receiver.at("/gone")).hasSize(1);
    }

    @Test
    void disabledWebhook_enabledAgain_isToldWhatChangedMeanwhile() {
        receiver.answers("/back", (exchange, time) -> Receiver.status(exchange, time == 1 ? 410 : 204));
        String id = subscribe("{\"url\": \"http://receiver.example/back\"}").getString("id");
        archive.keep(Events.ingested(Events.article("back1", "一")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> owner().get("/webhooks/" + id).then().body("state", equalTo("disabled")));
        archive.keep(Events.ingested(Events.article("back2", "二")));

        given().auth()
                .oauth2("other-token")
                .post("/webhooks/" + id + "/enable")
                .then()
                .statusCode(404);
        owner().post("/webhooks/" + id + "/enable")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("reason", nullValue())
                .body("secret", nullValue());

        await().atMost(PATIENCE).until(() -> receiver.at("/back").size() == 2);
        assertThat(receiver.at("/back").get(1).header("ce-subject")).isEqualTo(ArticleId.ofKey("back2"));
        owner().post("/webhooks/" + id + "/replay").then().statusCode(202).body("replayed", equalTo(1));
        await().atMost(PATIENCE).until(() -> receiver.at("/back").size() == 3);
        assertThat(receiver.at("/back").get(2).header("ce-subject")).isEqualTo(ArticleId.ofKey("back1"));
    }

    @Test
    void redirect_isAFailure_andNotFollowed() {
        receiver.answers("/from", (exchange, time) -> {
            exchange.getResponseHeaders().set("Location", "http://receiver.example/to");
            Receiver.status(exchange, 307);
        });
        String id = subscribe("{\"url\": \"http://receiver.example/from\"}").getString("id");
        owner().post("/webhooks/" + id + "/ping").then().statusCode(202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(list(id).getString("items[0].reason")).isEqualTo("unexpected-status"));
        assertThat(list(id).getString("items[0].detail")).contains("307", "not followed");
        assertThat(receiver.at("/to")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/, address-not-public",
        "http://169.254.169.254/latest, address-not-public",
        "http://[::1]/, address-not-public",
        "http://inner.example/, address-not-public",
        "http://localhost/, host-not-allowed",
        "http://receiver.example:22/, port-not-allowed",
        "http://who:what@receiver.example/, credentials-in-url",
        "ftp://receiver.example/, scheme-not-allowed",
        "nothing, invalid-url"
    })
    void urlThatMustNotBeAsked_isRefused(String url, String reason) {
        names.write("inner.example", "93.184.216.34", "10.0.0.1");

        owner().body("{\"url\": \"" + url + "\"}")
                .post("/webhooks")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("reason", equalTo(reason))
                .body("parameter", equalTo("url"));
    }

    @Test
    void nameThatTurnsPrivate_isNeverConnectedTo() {
        names.write("turned.example", "93.184.216.34");
        String url = "http://turned.example:" + receiver.port() + "/turned";
        String id = subscribe("{\"url\": \"" + url + "\"}").getString("id");
        names.write("turned.example", "127.0.0.1");
        owner().post("/webhooks/" + id + "/ping").then().statusCode(202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(list(id).getInt("items[0].attempts")).isGreaterThan(1));
        assertThat(list(id).getString("items[0].reason")).isEqualTo("address-not-public");
        assertThat(receiver.at("/turned")).isEmpty();
    }

    @Test
    void slowReceiver_delaysNoOther_andIsGivenNoMoreThanItsTime() {
        receiver.answers(
                "/slow",
                (exchange, time) -> await().pollDelay(Duration.ofSeconds(8))
                        .atMost(PATIENCE)
                        .until(() -> true));
        String slow = subscribe("{\"url\": \"http://receiver.example/slow\"}").getString("id");
        subscribe("{\"url\": \"http://receiver.example/quick\"}");
        archive.keep(Events.ingested(Events.article("s1", "一")));
        await().atMost(PATIENCE).until(() -> !receiver.at("/slow").isEmpty());
        archive.keep(Events.ingested(Events.article("s2", "二")), Events.ingested(Events.article("s3", "三")));

        await().atMost(Duration.ofSeconds(10)).until(() -> receiver.at("/quick").size() == 3);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(list(slow).getList("items.reason")).contains("timed-out"));
    }

    @Test
    void filter_keepsQuietWhatIsNotWanted() {
        Instant time = Instant.parse("2024-03-01T08:00:00Z");
        subscribe(
                "{\"url\": \"http://receiver.example/filtered\", \"filter\": {\"types\": [\"article\"], \"tag\": \"y\"}}");
        archive.keep(
                Events.stored("http://pictures.example/filtered.png"),
                Events.ingested(Events.written("fx", "甲", "<p>一</p>", "张三", List.of("新闻"), List.of("x"), time)),
                Events.ingested(Events.written("fy", "乙", "<p>二</p>", "张三", List.of("新闻"), List.of("y"), time)));

        await().atMost(PATIENCE).until(() -> !receiver.at("/filtered").isEmpty());
        assertThat(receiver.at("/filtered"))
                .extracting(posted -> posted.header("ce-subject"))
                .containsExactly(ArticleId.ofKey("fy"));
    }

    @Test
    void deliveryIsReplayed_alone_orWithAllThatWereGivenUp() {
        String id = subscribe("{\"url\": \"http://receiver.example/again\"}").getString("id");
        archive.keep(
                Events.ingested(Events.article("again1", "一")),
                Events.ingested(Events.article("again2", "二")),
                Events.ingested(Events.article("again3", "三")));
        await().atMost(PATIENCE).until(() -> delivered(id) == 3);
        String first = list(id).getString("items[2].id");

        owner().post("/webhooks/" + id + "/deliveries/" + first + "/replay")
                .then()
                .statusCode(202);

        await().atMost(PATIENCE).until(() -> receiver.at("/again").size() == 4 && delivered(id) == 3);
        assertThat(receiver.at("/again").get(3).header("webhook-id")).isEqualTo(first);

        run("update delivery set state = 'failed' where id <> '" + first + "'");
        owner().post("/webhooks/" + id + "/replay").then().statusCode(202).body("replayed", equalTo(2));

        await().atMost(PATIENCE).until(() -> receiver.at("/again").size() == 6 && delivered(id) == 3);
        owner().post("/webhooks/" + id + "/deliveries/00000000-0000-0000-0000-000000000000/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void deliveries_areListedByPagesAndState() {
        String id = subscribe("{\"url\": \"http://receiver.example/pages\"}").getString("id");
        for (int i = 0; i < 5; i++) {
            archive.keep(Events.ingested(Events.article("page" + i, "页")));
        }
        await().atMost(PATIENCE).until(() -> delivered(id) == 5);
        String path = "/webhooks/" + id + "/deliveries";

        JsonPath page = owner().get(path + "?limit=3")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .jsonPath();
        owner().get(path + "?limit=3&after=" + page.getString("next"))
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        owner().get(path + "?state=failed").then().body("items", hasSize(0));
        owner().get(path + "?state=lost").then().statusCode(400).body("parameter", equalTo("state"));
    }

    @Test
    void subscription_belongsToItsToken_andItsSecretIsShownOnce() {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
        JsonPath made = subscribe("{\"url\": \"http://receiver.example/own\", \"secret\": \"" + secret + "\"}");
        String id = made.getString("id");
        assertThat(made.getString("secret")).isEqualTo(secret);
        assertThat(made.getString("owner")).isEqualTo("test");

        owner().get("/webhooks").then().body("items", hasSize(1)).body("items[0].secret", nullValue());
        owner().get("/webhooks/" + id).then().body("secret", nullValue());
        given().auth().oauth2("other-token").get("/webhooks").then().body("items", hasSize(0));
        for (String path : List.of("", "/deliveries")) {
            given().auth()
                    .oauth2("other-token")
                    .get("/webhooks/" + id + path)
                    .then()
                    .statusCode(404);
        }
        given().auth().oauth2("other-token").delete("/webhooks/" + id).then().statusCode(404);
        given().get("/webhooks").then().statusCode(401);
        owner().delete("/webhooks/" + id).then().statusCode(204);
        owner().get("/webhooks/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | url",
                "{\"url\": \"http://receiver.example/\", \"secret\": \"short\"} | secret",
                "{\"url\": \"http://receiver.example/\", \"secret\": \"whsec_c2hvcnQ=\"} | secret",
                "{\"url\": \"http://receiver.example/\", \"filter\": {\"types\": [\"film\"]}} | filter.types",
                "{\"url\": \"http://receiver.example/\", \"filter\": {\"tags\": [\"x\"]}} | filter.tags",
                "{\"url\": \"http://receiver.example/\", \"filter\": []} | filter",
                "[] | url"
            })
    void whatCanNotBe_isNamed(String body, String parameter) {
        owner().body(body).post("/webhooks").then().statusCode(400).body("parameter", equalTo(parameter));
    }

    @Test
    void tokenHasSoManyAndNoMore() {
        for (int i = 0; i < 4; i++) {
            subscribe("{\"url\": \"http://receiver.example/many\"}");
        }

        owner().body("{\"url\": \"http://receiver.example/many\"}")
                .post("/webhooks")
                .then()
                .statusCode(409)
                .body("detail", startsWith("A token has 4"));
    }

    private static String signature(String secret, Posted posted) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        String signed =
                String.join(".", posted.header("webhook-id"), posted.header("webhook-timestamp"), posted.body());
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static RequestSpecification owner() {
        return given().auth().oauth2("test-token").contentType("application/json");
    }

    private static JsonPath subscribe(String body) {
        return owner().body(body)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .header("Location", containsString("/webhooks/"))
                .extract()
                .jsonPath();
    }

    private static JsonPath list(String id) {
        return owner().get("/webhooks/" + id + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String state(String id, int index) {
        String state = list(id).getString("items[" + index + "].state");
        return state == null ? "none" : state;
    }

    private static long delivered(String id) {
        return list(id).getList("items.state").stream()
                .filter("delivered"::equals)
                .count();
    }

    private void publish(String key) {
        try (RecordPublisher topic = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers()),
                List.of(Topics.ARTICLES, Topics.MEDIA),
                Duration.ofSeconds(10),
                1L << 25))) {
            topic.publish(EventCodec.encode(Events.at(Instant.now(), Events.ingested(Events.article(key, "发")))))
                    .toCompletableFuture()
                    .join();
        }
    }

    private void run(String sql) {
        database.transaction(session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .indefinitely();
    }
}
