package dev.periodical.content.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Sha256;
import dev.periodical.events.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as readers read them: by a library for feeds, and by a strict parser of XML. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class FeedIT {

    private static final String KEPT = "http://pictures.example/kept.png";
    private static final Instant DAY = Instant.parse("2024-03-01T08:00:00Z");

    @Inject
    FilledArchive archive;

    @BeforeEach
    void empty() {
        archive.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss"})
    void reader_findsTextPicturesDatesAndCategories(String door) throws Exception {
        archive.keep(
                Events.ingested(Events.article("a", "灯塔 & <海>", DAY, Visibility.PUBLIC, KEPT)), Events.stored(KEPT));

        SyndFeed feed = feed(get(door));
        SyndEntry entry = feed.getEntries().get(0);

        assertThat(feed.getTitle()).isEqualTo("Periodical");
        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + ArticleId.ofKey("a"));
        assertThat(entry.getLink()).isEqualTo("http://localhost:8082/read/" + ArticleId.ofKey("a"));
        assertThat(entry.getTitle()).isEqualTo("题目 灯塔 & <海>");
        assertThat(entry.getAuthor()).isEqualTo("作者");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(DAY));
        assertThat(entry.getCategories()).extracting(SyndCategory::getName).containsExactly("新闻/本地", "测试");
        assertThat(entry.getContents().get(0).getValue())
                .contains("src=\"http://localhost:8083/media/" + Sha256.hex("bytes of " + KEPT) + "\"");
    }

    @Test
    void jsonFeed_saysTheSame() {
        archive.keep(Events.ingested(Events.article("a", "灯塔", DAY, Visibility.PUBLIC, KEPT)), Events.stored(KEPT));

        JsonPath feed = get("/feed.json")
                .then()
                .contentType("application/feed+json")
                .extract()
                .jsonPath();

        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("items[0].id")).isEqualTo("urn:uuid:" + ArticleId.ofKey("a"));
        assertThat(feed.getString("items[0].content_html")).contains("/media/" + Sha256.hex("bytes of " + KEPT));
        assertThat(feed.getString("items[0].date_published")).isEqualTo(DAY.toString());
        assertThat(feed.getList("items[0].tags")).containsExactly("新闻/本地", "测试");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss"})
    void charactersThatXmlForbids_breakNoFeed(String door) throws Exception {
        String hostile = "ab\u0008\u000b\u001fc\ufffee\uffff]]>& \ud83c\udfee";
        archive.keep(Events.ingested(Events.written(
                "x", hostile, "<p>" + hostile + "</p>", hostile, List.of(hostile), List.of(hostile), DAY)));

        SyndEntry entry = feed(get(door)).getEntries().get(0);

        assertThat(entry.getTitle()).startsWith("ab").contains("]]>&").endsWith("🏮");
        assertThat(entry.getContents().get(0).getValue()).contains("🏮");
    }

    @Test
    void pages_leadToTheVeryEnd_eachArticleOnce() throws Exception {
        IntStream.range(0, 7)
                .forEach(i -> archive.keep(
                        Events.ingested(Events.article("k" + i, "海 " + i, DAY.plusSeconds(i), Visibility.PUBLIC))));
        List<String> titles = new ArrayList<>();
        String next = "http://localhost:8082/feed.atom?q=%E6%B5%B7&limit=3";
        while (next != null) {
            SyndFeed feed = feed(get(next.replace("http://localhost:8082", "")));
            feed.getEntries().forEach(entry -> titles.add(entry.getTitle()));
            assertThat(feed.getTitle()).isEqualTo("Periodical · 海");
            assertThat(href(feed, "first")).isEqualTo("http://localhost:8082/feed.atom?q=%E6%B5%B7&limit=3");
            next = href(feed, "next");
        }

        assertThat(titles)
                .containsExactlyElementsOf(
                        IntStream.range(0, 7).mapToObj(i -> "题目 海 " + (6 - i)).toList());
    }

    @Test
    void webSub_findsSelfAndHub_inHeadAndFeed() throws Exception {
        Response answer = get("/feed.atom?tag=x");

        assertThat(answer.headers().getValues("Link"))
                .containsExactly(
                        "<http://localhost:8082/feed.atom?tag=x>; rel=\"self\"", "<https://hub.example/>; rel=\"hub\"");
        assertThat(href(feed(answer), "hub")).isEqualTo("https://hub.example/");
        assertThat(href(feed(answer), "self")).isEqualTo("http://localhost:8082/feed.atom?tag=x");
        assertThat(get("/feed.json").jsonPath().getString("hubs[0].url")).isEqualTo("https://hub.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json"})
    void whoHasIt_isNotSentItAgain_untilSomethingIsNew(String door) {
        archive.keep(Events.ingested(Events.article("a", "一", DAY, Visibility.PUBLIC, KEPT)));
        Response first = get(door);
        given().header("If-None-Match", first.header("ETag")).get(door).then().statusCode(304);
        given().header("If-Modified-Since", first.header("Last-Modified"))
                .get(door)
                .then()
                .statusCode(304);

        archive.keep(Events.stored(KEPT));

        given().header("If-None-Match", first.header("ETag")).get(door).then().statusCode(200);
        given().header("If-None-Match", get(door).header("ETag"))
                .get(door)
                .then()
                .statusCode(304);
    }

    @Test
    void changedText_isUpdated_andKeepsItsPlace() throws Exception {
        archive.keep(
                Events.ingested(Events.article("a", "旧", DAY, Visibility.PUBLIC)),
                Events.ingested(Events.article("a", "新", DAY, Visibility.PUBLIC)));

        SyndEntry entry = feed(get("/feed.atom")).getEntries().get(0);

        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(DAY));
        assertThat(entry.getUpdatedDate()).isAfter(Date.from(Instant.now().minusSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json"})
    void restricted_areForTokensOnly(String door) {
        archive.keep(Events.ingested(Events.article("r", "密密", DAY, Visibility.RESTRICTED)));

        assertThat(get(door).asString()).doesNotContain("密密");
        assertThat(given().auth().preemptive().oauth2("test-token").get(door).asString())
                .contains("密密");
    }

    @Test
    void whatRuns_isInNoFeed_whateverTheEventSays() {
        archive.keep(Events.ingested(Events.written(
                "x",
                "t",
                "<p onclick=\"evil()\">a<script>evil()</script><a href=\"http://x.example\">b</a></p>",
                "a",
                List.of("c"),
                List.of(),
                DAY)));

        for (String door : List.of(
                "/feed.atom",
                "/feed.rss",
                "/feed.json",
                "/articles/" + ArticleId.ofKey("x"),
                "/read/" + ArticleId.ofKey("x"),
                "/articles/" + ArticleId.ofKey("x") + "/document")) {
            assertThat(get(door).asString()).as(door).doesNotContain("evil").contains("noopener");
        }
    }

    @Test
    void veryLongArticles_areThereAsSummaries() throws Exception {
        archive.keep(Events.ingested(
                Events.written("l", "长", "<p>" + "字".repeat(600 << 10) + "</p>", "a", List.of("c"), List.of(), DAY)));

        SyndEntry entry = feed(get("/feed.atom")).getEntries().get(0);

        assertThat(entry.getContents()).isEmpty();
        assertThat(entry.getDescription().getValue()).hasSize(300);
        given().get("/feed.atom?limit=101").then().statusCode(400).body("parameter", equalTo("limit"));
    }

    private static String href(SyndFeed feed, String rel) {
        return feed.getLinks().stream()
                .filter(link -> rel.equals(link.getRel()))
                .map(SyndLink::getHref)
                .findFirst()
                .orElse(null);
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** Read by both. */
    private static SyndFeed feed(Response answer) throws Exception {
        byte[] bytes = answer.asByteArray();
        DocumentBuilderFactory strict = DocumentBuilderFactory.newDefaultInstance();
        strict.setNamespaceAware(true);
        strict.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        return new SyndFeedInput().build(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    }
}
