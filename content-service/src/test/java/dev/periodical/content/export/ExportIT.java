package dev.periodical.content.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Documents;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Body;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Sha256;
import dev.periodical.events.Visibility;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents and trees over the real database and the real bucket. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ExportIT {

    private static final String KEPT = "http://pictures.example/kept.png";
    private static final String LOST = "http://pictures.example/lost.png";
    private static final Instant DAY = Instant.parse("2024-03-01T08:00:00Z");

    @Inject
    FilledArchive archive;

    @ConfigProperty(name = "periodical.store.endpoint")
    String endpoint;

    @ConfigProperty(name = "periodical.store.access-key")
    String accessKey;

    @ConfigProperty(name = "periodical.store.secret-key")
    String secretKey;

    @ConfigProperty(name = "periodical.store.bucket")
    String bucket;

    @BeforeEach
    void empty() {
        archive.empty();
    }

    /** Head as written, its values, and the body: what a document is made of. */
    private record Written(
            String document, FrontMatter.Format format, String head, Map<String, Object> values, Body body) {}

    private static List<Written> written() {
        return List.of(
                new Written(
                        "---\ntitle:   '灯塔'  # a note\nunknown: [b,  a]\n\n---\n<p>一</p>\n\n",
                        FrontMatter.Format.YAML,
                        "title:   '灯塔'  # a note\nunknown: [b,  a]\n",
                        Map.of("title", "灯塔"),
                        new Body(Body.Kind.HTML, "<p>一</p>\n\n")),
                new Written(
                        "----\ntitle: a\nb: |\n  x\n---\n----\n---\nbody {{ x }}",
                        FrontMatter.Format.YAML,
                        "title: a\nb: |\n  x\n---",
                        Map.of("title", "a"),
                        new Body(Body.Kind.MARKDOWN, "---\nbody {{ x }}")),
                new Written(
                        ";;;\n\"title\": \"j\"\n;;;\n",
                        FrontMatter.Format.JSON,
                        "\"title\": \"j\"",
                        Map.of("title", "j"),
                        new Body(Body.Kind.MARKDOWN, "")),
                new Written(
                        "no head, \ttabs\n",
                        FrontMatter.Format.NONE,
                        "",
                        Map.of(),
                        new Body(Body.Kind.MARKDOWN, "no head, \ttabs\n")));
    }

    @Test
    void original_isTheDocumentAsItWasWritten_byteForByte_inEveryDoor() {
        for (Written each : written()) {
            archive.empty();
            archive.keep(Events.ingested(Documents.of(
                    "k",
                    new FrontMatter(each.format(), each.head(), each.values()),
                    each.body(),
                    "",
                    Visibility.PUBLIC,
                    DAY)));
            Unpacked tar = Unpacked.tar(bytes("/export.tar?images=original"));
            Unpacked zip = Unpacked.zip(bytes("/export.zip?images=original"));

            assertThat(text("/articles/" + ArticleId.ofKey("k") + "/document?images=original"))
                    .isEqualTo(each.document());
            assertThat(tar.text(tar.post())).isEqualTo(each.document());
            assertThat(zip.text(zip.post())).isEqualTo(each.document());
            assertThat(tar.origins().get(tar.post()))
                    .isEqualTo("{\"key\":\"k\",\"kind\":\""
                            + each.body().kind().name().toLowerCase() + "\"}")
                    .isEqualTo(zip.origins().get(zip.post()));
        }
    }

    @Test
    void articleOfATree_keepsItsPath_whichIsItsIdentity() {
        archive.keep(
                Events.ingested(Documents.html("source/_posts/海/渡口.md", "title: t", Map.of("title", "t"), "<p>1</p>")),
                Events.ingested(Documents.html("source/_posts/../x.md", "title: u", Map.of("title", "u"), "<p>2</p>")),
                Events.ingested(Documents.html("source/_drafts/y.md", "title: v", Map.of("title", "v"), "<p>3</p>")));

        assertThat(Unpacked.tar(bytes("/export.tar?images=original")).names())
                .contains("source/_posts/海/渡口.md", "source/_posts/" + name("source/_posts/../x.md", "u"))
                .contains("source/_posts/" + name("source/_drafts/y.md", "v"));
        assertThat(Unpacked.tar(bytes("/export.tar")).names())
                .contains("source/_posts/" + name("source/_posts/海/渡口.md", "t"));
    }

    @Test
    void local_hasThePicturesInTheTree_withLinksToThem_andSaysWhichAreNot() throws Exception {
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        String id = ArticleId.ofKey("p");
        keepBytes(bytes);
        archive.keep(
                Events.ingested(Documents.html(
                        "p",
                        "title: 图\ncover: " + KEPT + "\n",
                        Map.of("title", "图", "cover", KEPT),
                        "<p><img src=\"" + KEPT + "\"></p><p><img src=\"" + LOST + "\"></p><p>{{ a }} {% b %}</p>",
                        KEPT,
                        LOST)),
                Documents.stored(KEPT, bytes),
                Events.failed(LOST));
        String link = "/images/" + id + "/" + Sha256.hex(bytes).substring(0, 16) + ".png";

        for (Unpacked tree :
                List.of(Unpacked.tar(bytes("/export.tar")), Unpacked.zip(bytes("/export.zip?images=local")))) {
            assertThat(tree.names()).containsExactly("source/_posts/" + name("p", "图"), "source" + link, "README.md");
            assertThat(tree.files().get("source" + link)).isEqualTo(bytes);
            String post = tree.text(tree.post());
            assertThat(post).startsWith("---\ntitle: 图\ncover: " + link + "\n\n---\n");
            assertThat(Jsoup.parse(post).select("img").eachAttr("src")).containsExactly(link, LOST);
            assertThat(post.substring(post.indexOf("{% raw %}") + 9, post.indexOf("{% endraw %}")))
                    .doesNotContain("{{", "{%");
            assertThat(Jsoup.parse(post).text()).contains("{{ a }} {% b %}");
            assertThat(tree.text("README.md"))
                    .contains("1 articles, complete", "1 pictures are in the tree; 1 are not");
            assertThat(tree.origins()).isEmpty();
        }
        assertThat(text("/articles/" + id + "/document")).contains("src=\"" + link + "\"");
    }

    @Test
    void pictureThatTheBucketHasNot_isLinkedAtMedia() {
        archive.keep(
                Events.ingested(
                        Documents.html("p", "title: 图", Map.of("title", "图"), "<img src=\"" + KEPT + "\">", KEPT)),
                Documents.stored(KEPT, "never kept".getBytes(StandardCharsets.UTF_8)));

        Unpacked tree = Unpacked.tar(bytes("/export.tar"));

        assertThat(tree.text(tree.post())).contains("src=\"http://localhost:8083/media/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/export.tar", "/export.zip"})
    void names_areUniqueAndSafe_whateverTitlesAre(String door, @TempDir Path folder) throws Exception {
        List<String> titles = List.of(
                "同名",
                "同名",
                "../../etc/passwd",
                "C:\\con",
                "",
                "🏮🏮",
                "字".repeat(500),
                "a/b?c*d|e\"f<g>",
                ".hidden",
                "x\u0008y\n");
        for (int i = 0; i < titles.size(); i++) {
            archive.keep(Events.ingested(
                    Documents.html("k" + i, "title: x", Map.of("title", titles.get(i)), "<p>" + i + "</p>")));
        }
        byte[] archived = bytes(door);
        Unpacked tree = door.endsWith("zip") ? Unpacked.zip(archived) : Unpacked.tar(archived);

        assertThat(tree.names())
                .hasSize(titles.size() + 1)
                .allMatch(name -> name.equals("README.md")
                        || name.matches("source/_posts/2024-03-01-[\\p{L}\\p{N}-]*[0-9a-f]{12}\\.md")
                                && name.getBytes(StandardCharsets.UTF_8).length < 255);
        if (door.endsWith("zip")) {
            Path file = Files.write(folder.resolve("a.zip"), archived);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.size()).isEqualTo(titles.size() + 1);
                assertThat(zip.stream().map(java.util.zip.ZipEntry::getName)).containsExactlyElementsOf(tree.names());
            }
        }
    }

    @Test
    void restricted_areForTokensOnly_andTheirSecretsForTheirOriginalOnly() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "密");
        values.put("password", "geheim");
        Article secret = Documents.of(
                "r",
                new FrontMatter(FrontMatter.Format.YAML, "title: 密\npassword: geheim", values),
                new Body(Body.Kind.HTML, "<p>x</p>"),
                "<p>x</p>",
                Visibility.RESTRICTED,
                DAY);
        archive.keep(Events.ingested(secret));

        assertThat(Unpacked.tar(bytes("/export.tar?images=original")).names()).containsExactly("README.md");
        given().get("/articles/" + secret.id() + "/document").then().statusCode(404);
        Unpacked original = Unpacked.tar(asHolder("/export.tar?images=original"));
        Unpacked local = Unpacked.tar(asHolder("/export.tar"));
        assertThat(original.text(original.post())).contains("password: geheim");
        assertThat(local.text(local.post())).doesNotContain("geheim").contains("title: \"密\"");
    }

    @Test
    void secretsOfAPublicArticle_areTakenOutForEverybody() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "开");
        values.put("api_key", "geheim");
        archive.keep(Events.ingested(Documents.html("s", "title: 开\napi_key: geheim", values, "<p>x</p>")));
        String document = "/articles/" + ArticleId.ofKey("s") + "/document?images=original";

        assertThat(text(document)).isEqualTo("---\ntitle: \"开\"\n---\n<p>x</p>");
        assertThat(new String(asHolder(document), StandardCharsets.UTF_8)).contains("geheim");
    }

    @Test
    void filters_choose_andWhatCannotBeIsNamed() {
        archive.keep(
                Events.ingested(Events.written("a", "甲", "<p>灯塔</p>", "张三", List.of("x"), List.of("t"), DAY)),
                Events.ingested(Events.written("b", "乙", "<p>海</p>", "李四", List.of("x"), List.of(), DAY)));

        assertThat(Unpacked.tar(bytes("/export.tar?author=张三")).post()).contains("甲");
        assertThat(Unpacked.tar(bytes("/export.tar?q=海")).post()).contains("乙");
        given().get("/export.zip?sort=relevance&q=x").then().statusCode(400).body("parameter", equalTo("sort"));
        given().get("/export.tar?limit=5").then().statusCode(400).body("parameter", equalTo("limit"));
        given().get("/export.tar?images=none").then().statusCode(400).body("parameter", equalTo("images"));
        given().head("/export.tar").then().statusCode(200);
    }

    @Test
    void whoTakesNothing_losesHisPlace() throws Exception {
        byte[] bytes = new byte[24 << 20];
        new Random(2).nextBytes(bytes);
        keepBytes(bytes);
        archive.keep(
                Events.ingested(
                        Documents.html("p", "title: 图", Map.of("title", "图"), "<img src=\"" + KEPT + "\">", KEPT)),
                Documents.stored(KEPT, bytes));

        try (Socket one = stalled();
                Socket other = stalled()) {
            await().untilAsserted(() -> given().get("/export.tar?q=nothing")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "30"));
            assertThat(List.of(one, other)).noneMatch(Socket::isClosed);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> given().get("/export.tar?q=nothing").statusCode() == 200);
        }
    }

    /** Asks for an export and reads nothing of it. */
    private static Socket stalled() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write("GET /export.tar HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String name(String key, String slug) {
        return "2024-03-01-" + slug + "-"
                + ArticleId.ofKey(key).replace("-", "").substring(0, 12) + ".md";
    }

    private void keepBytes(byte[] bytes) throws Exception {
        MinioClient s3 = MinioClient.builder()
                .endpoint(endpoint)
                .credentials(accessKey, secretKey)
                .region("us-east-1")
                .build();
        if (!s3.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            s3.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        }
        s3.putObject(PutObjectArgs.builder().bucket(bucket).object(Sha256.hex(bytes)).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, (long) (5 << 20))
                .build());
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }

    private static byte[] asHolder(String path) {
        return given().auth()
                .preemptive()
                .oauth2("test-token")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
