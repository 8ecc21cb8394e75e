package dev.periodical.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.Image;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.Decoded;
import dev.periodical.events.kafka.EventCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackingServicesResource.class)
class ArticlesResourceIT {

    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";

    BackingServices backing;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Test
    void seedShapedDocument_isSafeInKafka_whenTheAnswerComes() throws IOException {
        String id = writer().contentType(MARKDOWN)
                .body(fixture("seed-shaped.md"))
                .post("/articles")
                .then()
                .statusCode(202)
                .header("Location", containsString("/articles/"))
                .body("revision", notNullValue())
                .body("images", equalTo(2))
                .body("warnings", hasSize(0))
                .extract()
                .path("id");

        Article article = article(last(id));
        assertThat(article.title()).isEqualTo("城南小学的屋顶菜园_上新_了");
        assertThat(article.author()).isEqualTo("街巷周刊");
        assertThat(article.categories()).containsExactly(List.of("新媒体", "街巷", "校园"));
        assertThat(article.published().instant()).hasToString("2022-03-02T10:48:00Z");
        assertThat(article.images())
                .extracting(Image::url)
                .containsExactly(
                        "https://cors.example-worker.dev/?http://static.pictures.example/2022/03/roof.png",
                        "https://cors.example-worker.dev/?http://static.pictures.example/2022/03/bean.png");
        assertThat(article.frontMatter().values()).containsEntry("comments", false);
    }

    @Test
    void key_isTheIdentity() {
        writer().contentType(MARKDOWN)
                .body("---\ntitle: 甲\n---\n文")
                .put("/articles/2024/03/甲.md")
                .then()
                .statusCode(202)
                .body("id", equalTo(ArticleId.ofKey("2024/03/甲.md")))
                .header("Location", endsWith(ArticleId.ofKey("2024/03/甲.md")));
    }

    @Test
    void articleAsJson_isTakenToo() {
        String id = writer().contentType(ContentType.JSON)
                .body(Map.of("key", "j1", "title", "乙", "html", "<p>文<img src='http://p.example/a.png'></p>"))
                .post("/articles")
                .then()
                .statusCode(202)
                .body("images", equalTo(1))
                .extract()
                .path("id");

        assertThat(article(last(id)).title()).isEqualTo("乙");
    }

    @Test
    void unknownJsonField_isNamed() {
        writer().contentType(ContentType.JSON)
                .body(Map.of("titel", "乙", "html", "<p>文</p>"))
                .post("/articles")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("detail", containsString("titel"))
                .body("line", equalTo(1));
    }

    @Test
    void samePost_hasTheSameIdAndRevision() {
        var first = writer().contentType(MARKDOWN).body("---\ntitle: 同\n---\n文").post("/articles");
        var again = writer().contentType(MARKDOWN).body("---\ntitle: 同\n---\n文").post("/articles");

        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(again.jsonPath().getString("revision"))
                .isEqualTo(first.jsonPath().getString("revision"));
    }

    @Test
    void unreadableFrontMatter_saysWhere() {
        writer().contentType(MARKDOWN)
                .queryParam("strict", true)
                .body("---\ntitle: 甲: 乙\n---\n文")
                .post("/articles")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("line", equalTo(2))
                .body("column", notNullValue())
                .body("text", equalTo("title: 甲: 乙"))
                .body("suggestion", notNullValue());
    }

    @Test
    void validate_answersTheEventsData_andPublishesNothing() {
        String id = writer().contentType(MARKDOWN)
                .queryParam("key", "only-validated")
                .body("---\ntitle: 验\n---\n文")
                .post("/articles/validate")
                .then()
                .statusCode(200)
                .body("article.title", equalTo("验"))
                .body("article.frontMatter.values.title", equalTo("验"))
                .extract()
                .path("article.id");

        assertThat(records(id)).isEmpty();
    }

    @Test
    void withdrawal_isATombstone() {
        String id = ArticleId.ofKey("withdrawn");

        writer().delete("/articles/" + id).then().statusCode(202);

        ConsumerRecord<String, byte[]> tombstone = last(id);
        assertThat(tombstone.value()).isNull();
        assertThat(((Decoded.Known) EventCodec.decode(tombstone))
                        .envelope()
                        .event()
                        .subject())
                .isEqualTo(id);
    }

    @Test
    void putAfterWithdrawal_revives() {
        String id = ArticleId.ofKey("revived");
        writer().contentType(MARKDOWN).body("---\ntitle: 生\n---\n文").put("/articles/revived");
        writer().delete("/articles/" + id).then().statusCode(202);

        writer().contentType(MARKDOWN)
                .body("---\ntitle: 生\n---\n文")
                .put("/articles/revived")
                .then()
                .statusCode(202);

        assertThat(records(id)).hasSize(3);
        assertThat(article(last(id)).title()).isEqualTo("生");
    }

    @Test
    void idempotencyKey_namesAnArticleThatNamesItselfByNothing() {
        String one = keyed("\"k-1\"", "---\ntitle: 初\n---\n文");
        String corrected = keyed("k-1", "---\ntitle: 改\n---\n文");
        String linked = keyed("k-1", "---\ntitle: 初\nsource: https://s.example/1\n---\n文");

        assertThat(corrected).isEqualTo(one);
        assertThat(linked).isEqualTo(ArticleId.ofSource("https://s.example/1"));
        writer().contentType(MARKDOWN)
                .header("Idempotency-Key", "x".repeat(300))
                .body("文")
                .post("/articles")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void idempotencyKey_isEachClientsOwn() {
        String document = "---\ntitle: 初\n---\n文";
        String first = keyed("k-2", document);
        String others = keyed(client("other-token"), "k-2", document);

        assertThat(others).isNotEqualTo(first);
        assertThat(keyed(client("other-token"), "k-2", document)).isEqualTo(others);
    }

    private static String keyed(String key, String document) {
        return keyed(writer(), key, document);
    }

    private static String keyed(RequestSpecification client, String key, String document) {
        return client.contentType(MARKDOWN)
                .header("Idempotency-Key", key)
                .body(document)
                .post("/articles")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void acceptedArticle_linksToItsSchema() {
        String link = writer().contentType(MARKDOWN)
                .body("---\ntitle: 链\n---\n文")
                .post("/articles")
                .header("Link");

        assertThat(link).contains("rel=\"describedby\"");
        given().get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body(containsString("$schema"));
    }

    @Test
    void gb18030_isReadWithAWarning() {
        writer().contentType("text/markdown")
                .body("---\ntitle: 国标\n---\n正文很长很长".getBytes(java.nio.charset.Charset.forName("GB18030")))
                .post("/articles")
                .then()
                .statusCode(202)
                .body("warnings", hasSize(1));
    }

    @Test
    void bodyOfUndeclaredLength_isEndedBeyondTheLimit() {
        assertThat(chunked(new byte[5_000_000])).isEqualTo(413);
    }

    @Test
    void withoutToken_is401_withTheWrongOne_too() {
        given().contentType(MARKDOWN)
                .body("文")
                .post("/articles")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
        given().auth()
                .oauth2("guess")
                .contentType(MARKDOWN)
                .body("文")
                .post("/articles")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2("operate-token")
                .contentType(MARKDOWN)
                .body("文")
                .post("/articles")
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
    }

    @Test
    void otherTypes_are415() {
        writer().contentType("application/pdf")
                .body("%PDF")
                .post("/articles")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        writer().contentType(MARKDOWN)
                .body(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff, (byte) 0xfe, 0})
                .post("/articles")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void missingType_is415_andNullIs422() {
        assertThat(sent("Authorization: Bearer write-token", "Content-Length: 3", "abc"))
                .contains(" 415 ");
        writer().contentType(ContentType.JSON)
                .body("null")
                .post("/articles")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
    }

    @Test
    void blankKey_isNone() {
        String one = writer().contentType(ContentType.JSON)
                .body(Map.of("key", "", "title", "丙", "html", "<p>文</p>"))
                .post("/articles")
                .path("id");
        String other = writer().contentType(ContentType.JSON)
                .body(Map.of("key", "", "title", "丁", "html", "<p>文</p>"))
                .post("/articles")
                .path("id");

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void tooLarge_is413_declaredOrNot() {
        byte[] large = new byte[200_000];
        java.util.Arrays.fill(large, (byte) 'a');
        writer().contentType(MARKDOWN)
                .body(large)
                .post("/articles")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("limit", equalTo(100_000));
        assertThat(chunked(large)).isEqualTo(413);
    }

    @Test
    void kafkaAway_readinessNamesIt_ratherThanBeingSilent() {
        var patience = RestAssured.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 20_000));
        backing.stop("kafka");
        try {
            given().config(patience)
                    .get(readiness)
                    .then()
                    .statusCode(503)
                    .body(containsString("Kafka connection health check"), containsString("DOWN"));
        } finally {
            backing.start("kafka");
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(readiness).statusCode() == 200);
    }

    @Test
    void kafkaAway_is503InBoundedTime_andTheSamePostSucceedsLater() {
        backing.stop("kafka");
        try {
            writer().contentType(MARKDOWN)
                    .body("---\ntitle: 候\n---\n文")
                    .put("/articles/kafka-away")
                    .then()
                    .statusCode(503)
                    .contentType(PROBLEM)
                    .header("Retry-After", notNullValue())
                    .time(lessThan(15_000L)); // five seconds and a slow machine
        } finally {
            backing.start("kafka");
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> writer().contentType(MARKDOWN)
                                .body("---\ntitle: 候\n---\n文")
                                .put("/articles/kafka-away")
                                .statusCode()
                        == 202);
        assertThat(records(ArticleId.ofKey("kafka-away"))).isNotEmpty();
    }

    @Test
    void trace_goesIntoTheRecord() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        String id = writer().contentType(MARKDOWN)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body("---\ntitle: 迹\n---\n文")
                .post("/articles")
                .path("id");

        assertThat(new String(last(id).headers().lastHeader("traceparent").value()))
                .contains(trace);
    }

    private static RequestSpecification writer() {
        return client("write-token");
    }

    private static RequestSpecification client(String token) {
        return given(new RequestSpecBuilder()
                .setConfig(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("text/markdown", ContentType.TEXT)
                                .encodeContentTypeAs("application/pdf", ContentType.TEXT)
                                .defaultContentCharset("UTF-8")))
                .addHeader("Authorization", "Bearer " + token)
                .build());
    }

    /** Header lines and a body as they are: a client that is not a library. */
    private static String sent(String... lines) {
        try (java.net.Socket socket = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            String head = "POST /articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", List.of(lines).subList(0, lines.length - 1));
            socket.getOutputStream()
                    .write((head + "\r\n\r\n" + lines[lines.length - 1])
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int chunked(byte[] body) {
        try {
            var request = java.net.http.HttpRequest.newBuilder(
                            java.net.URI.create("http://localhost:" + io.restassured.RestAssured.port + "/articles"))
                    .header("Authorization", "Bearer write-token")
                    .header("Content-Type", MARKDOWN)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(body)))
                    .build();
            return java.net.http.HttpClient.newBuilder()
                    .version(java.net.http.HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = ArticlesResourceIT.class.getResourceAsStream("/" + name)) {
            return in.readAllBytes();
        }
    }

    private static Article article(ConsumerRecord<String, byte[]> record) {
        Decoded.Known known = (Decoded.Known) EventCodec.decode(record);
        return ((ArticleIngested) known.envelope().event()).article();
    }

    private ConsumerRecord<String, byte[]> last(String key) {
        List<ConsumerRecord<String, byte[]>> records = records(key);
        assertThat(records).isNotEmpty();
        return records.get(records.size() - 1);
    }

    /** All of this key that are there now: an accepted one is there when its answer is. */
    private List<ConsumerRecord<String, byte[]>> records(String key) {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers());
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ARTICLES.name()).stream()
                    .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
