package dev.periodical.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.events.ArticleId;
import dev.periodical.events.DocumentOrigin;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.ingest.batch.Archives;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackingServicesResource.class)
class BatchesResourceIT {

    private static final int MANY = 20_000;

    BackingServices backing;

    private interface Writing {
        void to(OutputStream body) throws IOException;
    }

    @Test
    void lines_areAcceptedOrRefused_inOrder_andSummedUp() {
        List<JsonNode> lines = post("application/x-ndjson", """
                {"key":"l1","title":"一","html":"<p>文</p>"}
                {"name":"l2.md","document":"---\\ntitle: 二\\n---\\n文"}
                {"titel":"三"}
                {"key":"l4","title":"四"
                "text"

                {"key":"l5","title":"五","markdown":"文"}
                """.getBytes(StandardCharsets.UTF_8), "");

        assertThat(statuses(lines))
                .containsExactly("accepted", "accepted", "refused", "refused", "refused", "accepted");
        assertThat(lines.get(1).get("id").asText()).isEqualTo(ArticleId.ofKey("l2.md"));
        assertThat(lines.get(1).get("name").asText()).isEqualTo("l2.md");
        assertThat(lines.get(2).get("problem").get("status").asInt()).isEqualTo(422);
        assertThat(lines.get(2).get("problem").get("detail").asText()).contains("titel");
        assertThat(summary(lines).get("accepted").asInt()).isEqualTo(3);
        assertThat(summary(lines).get("refused").asInt()).isEqualTo(3);
        assertThat(summary(lines).get("complete").asBoolean()).isTrue();
        assertThat(kept()).contains(ArticleId.ofKey("l1"), ArticleId.ofKey("l2.md"), ArticleId.ofKey("l5"));
    }

    @Test
    void tarGzAndZip_ofATree_giveTheSameArticles() {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("source/_posts/甲.md", "---\ntitle: 甲\n---\n![](甲/a.png)");
        tree.put("source/_posts/甲/a.png", "picture");
        tree.put("source/_posts/large.md", "x".repeat(100_001));
        tree.put("_config.yml", "x: y");
        Map<String, byte[]> zip = new LinkedHashMap<>();
        tree.forEach((name, text) -> zip.put("blog/" + name, text.getBytes(StandardCharsets.UTF_8)));

        List<JsonNode> fromTar = post("application/gzip", Archives.gzip(Archives.tar(tree)), "?pictures=true");
        List<JsonNode> fromZip = post("application/zip", Archives.zip(zip), "?pictures=true");

        assertThat(fromZip).isEqualTo(fromTar);
        assertThat(statuses(fromTar)).containsExactly("accepted", "refused");
        assertThat(fromTar.get(0).get("id").asText()).isEqualTo(ArticleId.ofKey("source/_posts/甲.md"));
        assertThat(fromTar.get(0).get("pictures").get(0).get("path").asText()).isEqualTo("甲/a.png");
        assertThat(fromTar.get(1).get("problem").get("status").asInt()).isEqualTo(413);
        assertThat(summary(fromTar).get("skipped").asInt()).isEqualTo(2);
    }

    /** Path and kind say otherwise, and are not asked. */
    @Test
    void documentsThatTheArchiveGaveBack_areTheArticlesTheyWere() throws IOException {
        String path = "source/_posts/2024-03-01-x.md";
        String text = "---\ntitle: x\nsource: https://news.example/x\n---\n<p>x</p>";
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        List<String> origins =
                List.of("{\"key\":\"my key\",\"kind\":\"markdown\",\"later\":1}", "{\"kind\":\"html\"}", "no JSON");
        List<String> ids =
                List.of(ArticleId.ofKey("my key"), ArticleId.ofSource("https://news.example/x"), ArticleId.ofKey(path));

        for (int i = 0; i < origins.size(); i++) {
            String origin = origins.get(i);
            byte[] tar = Archives.tar(archive -> {
                TarArchiveEntry entry = new TarArchiveEntry(path);
                entry.addPaxHeader(DocumentOrigin.PAX_KEYWORD, origin);
                entry.setSize(document.length);
                archive.putArchiveEntry(entry);
                archive.write(document);
                archive.closeArchiveEntry();
            });
            List<JsonNode> fromTar = post("application/x-tar", tar, "");
            List<JsonNode> fromZip = post("application/zip", zipWith(path, document, origin), "");

            assertThat(fromTar.get(0).get("id").asText()).isEqualTo(ids.get(i));
            assertThat(fromTar.get(0).get("name").asText()).isEqualTo(path);
            assertThat(fromZip).isEqualTo(fromTar);
        }
        assertThat(post("application/x-ndjson", line("k1", "markdown"), "")
                        .get(0)
                        .get("revision"))
                .isEqualTo(post("application/zip", zipWith(path, body(), "{\"key\":\"k1\",\"kind\":\"markdown\"}"), "")
                        .get(0)
                        .get("revision"));
    }

    private static byte[] line(String key, String kind) {
        return ("{\"key\":\"" + key + "\",\"" + kind + "\":\"<p>x</p>\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body() {
        return "<p>x</p>".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipWith(String path, byte[] document, String origin) throws IOException {
        byte[] json = origin.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(path);
            entry.setExtra(ByteBuffer.allocate(4 + json.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) DocumentOrigin.ZIP_FIELD)
                    .putShort((short) json.length)
                    .put(json)
                    .array());
            zip.putNextEntry(entry);
            zip.write(document);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void feed_isArticles_whoseGuidIsTheirIdentity() {
        String rss = "<rss version=\"2.0\"><channel><title>t</title><link>https://f.example</link>"
                + "<description>d</description><item><guid>urn:g1</guid><title>一</title>"
                + "<description>&lt;p&gt;文&lt;/p&gt;</description></item></channel></rss>";

        List<JsonNode> lines = post("application/rss+xml", rss.getBytes(StandardCharsets.UTF_8), "");

        assertThat(lines.get(0).get("id").asText()).isEqualTo(ArticleId.ofKey("urn:g1"));
        assertThat(summary(lines).get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void containerThatIsCutOff_saysSo_andKeepsWhatCameBefore() {
        byte[] tar = Archives.tar(Map.of("cut/1.md", "---\ntitle: 一\n---\n文"));
        byte[] longer = Archives.tar(Map.of("cut/2.md", "文".repeat(2_000)));
        byte[] cut = Arrays.copyOf(tar, 1_024 + 2_000);
        System.arraycopy(longer, 0, cut, 1_024, 2_000);

        List<JsonNode> lines = post("application/x-tar", cut, "");

        assertThat(lines.get(0).get("status").asText()).isEqualTo("accepted");
        assertThat(summary(lines).get("complete").asBoolean()).isFalse();
        assertThat(summary(lines).get("problem").get("status").asInt()).isEqualTo(422);
        assertThat(summary(lines).get("resumeFrom").asInt()).isEqualTo(2);
    }

    @Test
    void results_leaveWhileItemsAreStillSent() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.UTF_8));
            chunk(out, "{\"key\":\"s1\",\"title\":\"一\",\"html\":\"<p>文</p>\"}\n");
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String first =
                    in.lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow();
            assertThat(first).contains("\"accepted\"");

            chunk(out, "{\"key\":\"s2\",\"title\":\"二\",\"html\":\"<p>文</p>\"}\n");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(in.lines().filter(line -> line.startsWith("{")).limit(2).toList())
                    .anyMatch(line -> line.contains("\"accepted\""))
                    .anyMatch(line -> line.contains("\"summary\""));
        }
    }

    @Test
    void manyLines_inOneCall_areAllSafe() {
        List<JsonNode> lines = stream("application/x-ndjson", body -> {
            for (int i = 0; i < MANY; i++) {
                body.write(("{\"key\":\"n" + i + "\",\"title\":\"第" + i + "篇\",\"html\":\"<p>正文 " + i + "</p>\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(summary(lines).get("accepted").asInt()).isEqualTo(MANY);
        assertThat(IntStream.range(0, MANY))
                .allMatch(i -> lines.get(i).get("item").asInt() == i + 1
                        && lines.get(i).get("name").asText().equals("n" + i));
        assertThat(kept().containsAll(IntStream.range(0, MANY)
                        .mapToObj(i -> ArticleId.ofKey("n" + i))
                        .toList()))
                .isTrue();
    }

    @Test
    void manyFiles_inOneTar_areAllSafe() {
        List<JsonNode> lines = stream("application/x-tar", body -> {
            try (TarArchiveOutputStream tar = Archives.to(body)) {
                for (int i = 0; i < MANY; i++) {
                    Archives.add(
                            tar,
                            "source/_posts/t" + i + ".md",
                            ("---\ntitle: 第" + i + "篇\n---\n正文").getBytes(StandardCharsets.UTF_8));
                }
            }
        });

        assertThat(summary(lines).get("accepted").asInt()).isEqualTo(MANY);
        assertThat(kept().containsAll(IntStream.range(0, MANY)
                        .mapToObj(i -> ArticleId.ofKey("source/_posts/t" + i + ".md"))
                        .toList()))
                .isTrue();
    }

    @Test
    void batchLargerThanAnySingleBody_isTaken() {
        List<JsonNode> lines = stream("application/x-tar", body -> {
            try (TarArchiveOutputStream tar = Archives.to(body)) {
                Archives.add(tar, "source/images/x.bin", new byte[30 << 20]);
                Archives.add(tar, "source/_posts/after.md", "---\ntitle: 后\n---\n文".getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(summary(lines).get("accepted").asInt()).isEqualTo(1);
        assertThat(summary(lines).get("skipped").asInt()).isEqualTo(1);
    }

    @Test
    void clientsThatGo_leaveRoomForOthers() throws Exception {
        for (int i = 0; i < 12; i++) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.UTF_8));
                chunk(socket.getOutputStream(), "{\"key\":\"gone\",\"title\":\"去\",\"html\":\"<p>文</p>\"}\n{\"key\":");
            }
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<JsonNode> lines = post("application/x-ndjson", "{\"key\":\"next\",\"html\":\"x\"}".getBytes(), "");
            assertThat(summary(lines).get("accepted").asInt()).isEqualTo(1);
        });
        assertThat(batchThreads()).isLessThanOrEqualTo(1);
    }

    @Test
    void moreBatchesThanAllowed_are503AtOnce() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket("localhost", RestAssured.port);
                stalled.add(socket);
                socket.getOutputStream()
                        .write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.UTF_8));
                chunk(socket.getOutputStream(), "{\"key\":\"st\",\"html\":\"x\"}\n");
                socket.getInputStream().read();
            }
            HttpResponse<String> answer = send("application/x-ndjson", "{}".getBytes(), "");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
        await().until(() -> send("application/x-ndjson", "{}".getBytes(), "").statusCode() == 200);
    }

    @Test
    void kafkaAway_endsTheBatch_andSaysWhereToGoOn() {
        backing.stop("kafka");
        try {
            List<JsonNode> lines = stream("application/x-ndjson", body -> {
                for (int i = 0; i < 5_000; i++) {
                    body.write(("{\"key\":\"a" + i + "\",\"html\":\"x\"}\n").getBytes(StandardCharsets.UTF_8));
                }
            });

            JsonNode first = lines.get(0).get("problem");
            assertThat(first.get("status").asInt()).isEqualTo(503);
            assertThat(first.has("retryAfter")).isTrue();
            assertThat(summary(lines).get("complete").asBoolean()).isFalse();
            assertThat(summary(lines).get("resumeFrom").asInt()).isEqualTo(1);
            assertThat(lines).hasSizeLessThan(2_000);
        } finally {
            backing.start("kafka");
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> summary(post("application/x-ndjson", "{\"key\":\"a0\",\"html\":\"x\"}".getBytes(), ""))
                                .get("accepted")
                                .asInt()
                        == 1);
    }

    @Test
    void withoutToken_is401_andOtherTypesAre415() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/batches"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(client().send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("application/pdf", "%PDF".getBytes(), "").statusCode()).isEqualTo(415);
    }

    private static List<JsonNode> post(String type, byte[] body, String query) {
        HttpResponse<String> answer = send(type, body, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        return answer.body().lines().map(BatchesResourceIT::json).toList();
    }

    private static HttpResponse<String> send(String type, byte[] body, String query) {
        return exchanged(type, HttpRequest.BodyPublishers.ofByteArray(body), query);
    }

    /** Writes a body while its answer is read. */
    private static List<JsonNode> stream(String type, Writing writing) {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> piped(writing));
        return exchanged(type, body, "")
                .body()
                .lines()
                .map(BatchesResourceIT::json)
                .toList();
    }

    private static InputStream piped(Writing writing) {
        try {
            PipedOutputStream out = new PipedOutputStream();
            PipedInputStream in = new PipedInputStream(out, 64 << 10);
            Thread writer = new Thread(() -> {
                try (out) {
                    writing.to(out);
                } catch (IOException ended) {
                    assertThat(ended).isNotNull(); // the reader had enough
                }
            });
            writer.setDaemon(true);
            writer.start();
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> exchanged(String type, HttpRequest.BodyPublisher body, String query) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/batches" + query))
                    .header("Authorization", "Bearer write-token")
                    .header("Content-Type", type)
                    .timeout(Duration.ofMinutes(3))
                    .POST(body)
                    .build();
            return client().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static String head(String framing) {
        return "POST /batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer write-token\r\n"
                + "Content-Type: application/x-ndjson\r\n" + framing + "\r\n\r\n";
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static JsonNode json(String line) {
        try {
            return EventJson.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static List<String> statuses(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("status"))
                .map(line -> line.get("status").asText())
                .toList();
    }

    private static JsonNode summary(List<JsonNode> lines) {
        return lines.get(lines.size() - 1).get("summary");
    }

    private static long batchThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().matches("batch-[0-9]+"))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("submission.Batch")))
                .count();
    }

    /** The keys of all article events that are there now. */
    private Set<String> kept() {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers());
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ARTICLES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<String> keys = new HashSet<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }
}
