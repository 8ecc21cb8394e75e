package dev.periodical.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in comes out again: an export posted back is the same articles in the same revisions. */
class GivenBackIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static RunningSuite suite;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void up() throws Exception {
        suite = new RunningSuite(folder.resolve("run"));
        suite.up("--demo");
        assertThat(suite.put("a%20key%20of%20mine", "---\ntitle: 一\ntags: [b, a]\n---\n# 标题\n\n{{ x }}\n"))
                .isEqualTo(202);
        assertThat(suite.put("secret", "---\ntitle: 密\npassword: p\n---\n<p>x</p>\n"))
                .isEqualTo(202);
        post("/articles", "text/html", "---\ntitle: 无钥\nsource: https://news.example/1\n---\n# kept as HTML\n");
        post("/articles?name=2021-02-03-x.md", "text/markdown", "---\ntitle: 日期在名\n---\nx\r\n\r\ny");
        post("/articles", "text/plain", "只有正文，没有头\n");
        post("/articles", "text/plain", ";;;\n\"title\": \"JSON\", \"n\": 1.50\n;;;\nx");
        post("/articles", "text/plain", "title: a: b\ntags:\n\t- x\n---\nmended");
        post(
                "/articles",
                "application/json",
                "{\"title\":\"字段\",\"published\":\"2024-01-02\",\"categories\":[[\"a\",\"b\"]],\"markdown\":\"<p>is Markdown</p>\","
                        + "\"frontMatter\":{\"n\":1.5,\"f\":false,\"o\":{\"k\":[null,\"\\u0007\"]}}}");
        new PostedTree(folder.resolve("site")).posted(folder.resolve("run"), 1);
    }

    @AfterAll
    static void down() {
        suite.down();
    }

    @Test
    void originalExport_postedBack_isTheSameArticlesInTheSameRevisions() throws Exception {
        // 3 of the demo, 8 from above, 2 of the tree
        await().atMost(Duration.ofMinutes(1)).until(() -> revisions().size() == 13);
        Map<String, String> before = revisions();

        for (String form : new String[] {"tar", "zip"}) {
            byte[] archive = send(HttpRequest.newBuilder(
                                    URI.create(suite.env().get("CONTENT_URL") + "/export." + form + "?images=original"))
                            .GET())
                    .body();
            String lines = new String(
                    send(HttpRequest.newBuilder(URI.create(suite.env().get("INGEST_URL") + "/batches"))
                                    .header(
                                            "Content-Type",
                                            form.equals("tar") ? "application/x-tar" : "application/zip")
                                    .POST(BodyPublishers.ofByteArray(archive)))
                            .body(),
                    StandardCharsets.UTF_8);

            Map<String, String> after = new TreeMap<>();
            for (String line : lines.lines().toList()) {
                JsonNode read = JSON.readTree(line);
                if (read.has("item")) {
                    after.put(
                            read.path("id").asText(line), read.path("revision").asText());
                }
            }
            assertThat(after).as(lines).isEqualTo(before);
        }
        assertThat(revisions()).isEqualTo(before);
    }

    /** Every article that the archive has, with its revision. */
    private static Map<String, String> revisions() throws Exception {
        Map<String, String> revisions = new TreeMap<>();
        byte[] page = send(HttpRequest.newBuilder(
                                URI.create(suite.env().get("CONTENT_URL") + "/articles?limit=100&fields=id,revision"))
                        .GET())
                .body();
        JSON.readTree(page)
                .get("items")
                .forEach(item -> revisions.put(
                        item.get("id").asText(), item.get("revision").asText()));
        return revisions;
    }

    private static void post(String path, String type, String body) throws Exception {
        send(HttpRequest.newBuilder(URI.create(suite.env().get("INGEST_URL") + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(
                request.header("Authorization", "Bearer " + suite.env().get("PERIODICAL_TOKEN"))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isIn(200, 202);
        return answer;
    }
}
