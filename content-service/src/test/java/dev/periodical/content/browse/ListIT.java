package dev.periodical.content.browse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, facets, numbers and revisions over one small archive. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ListIT {

    private static final String KEPT = "http://pictures.example/kept.png";
    private static final String GONE = "http://pictures.example/gone.png";

    @Inject
    FilledArchive archive;

    @BeforeEach
    void fill() {
        archive.empty();
        archive.keep(
                Events.ingested(
                        Events.written("a", "甲", "<p>一</p>", "张三", List.of("新闻", "本地"), List.of("x", "y"), day(1))),
                Events.ingested(Events.written("b", "乙", "<p>二</p>", "李四", List.of("新闻"), List.of("x"), day(2))),
                Events.ingested(
                        Events.written("c", "丙", "<p>三</p>", "张三", List.of("TCP/IP", "本地"), List.of("z"), day(3))),
                Events.ingested(Events.article("p", "图", day(4), Visibility.PUBLIC, KEPT)),
                Events.ingested(Events.article("q", "缺", day(5), Visibility.PUBLIC, KEPT, GONE)),
                Events.ingested(Events.article("r", "密", day(6), Visibility.RESTRICTED)),
                Events.ingested(Events.article("w", "撤", day(7), Visibility.PUBLIC)),
                Events.withdrawn("w"),
                Events.stored(KEPT),
                Events.failed(GONE));
    }

    @ParameterizedTest
    @CsvSource({
        "category=新闻, '题目 缺,题目 图,乙,甲'",
        "category=新闻/本地, '题目 缺,题目 图,甲'",
        "category=本地, ",
        "category=TCP/IP/本地, 丙",
        "tag=x, '乙,甲'",
        "tag=x&tag=y, 甲",
        "author=张三, '丙,甲'",
        "author=张三&category=新闻, 甲",
        "from=2024-03-02&to=2024-03-03, '丙,乙'",
        "from=2024-03-03T08:00:00Z&to=2024-03-04T08:00:00Z, 题目 图",
        "pictures=any, '题目 缺,题目 图'",
        "pictures=none&limit=2, '丙,乙'",
        "pictures=complete, 题目 图",
        "pictures=failed, 题目 缺",
        "pictures=waiting, ",
        "sort=ingested&limit=2, '题目 缺,题目 图'",
        "q=题目&sort=published, '题目 缺,题目 图'",
        "q=题目&pictures=complete&author=作者, 题目 图"
    })
    void filters_holdTogether(String query, String titles) {
        assertThat(get("/articles?" + query).getList("items.title"))
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(",")));
    }

    @ParameterizedTest
    @CsvSource({
        "tags=x, tags, category",
        "sort=best, sort, ingested",
        "sort=relevance, sort, needs q",
        "pictures=lost, pictures, complete",
        "from=yesterday, from, 2024-03-01",
        "to=99999-01-01, to, 2024-03-01",
        "fields=nothing, fields, listedAt",
        "limit=0, limit, 100",
        "after=zzz, after, next",
        "author=a&author=b, author, once",
        "q=%00, q, control"
    })
    void whatCannotBe_isNamed_withWhatCan(String query, String parameter, String says) {
        given().urlEncodingEnabled(false)
                .get("/articles?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter))
                .body("detail", containsString(says));
    }

    @Test
    void notEvenBrokenEncoding_isAFaultOfOurs() throws IOException {
        for (String query : List.of("q=%zz", "q=%ff", "tag=%ed%a0%80", "=", "&&", "q=%", "after=%20")) {
            assertThat(statusLine("/articles?" + query))
                    .as(query)
                    .contains("HTTP/1.1 ")
                    .doesNotContain("HTTP/1.1 5");
        }
    }

    /** As it is, for no client sends such an address. */
    private static String statusLine(String target) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void description_namesEveryParameter_withExamples() {
        JsonPath openapi = get("/openapi?format=json");

        assertThat(openapi.<String>getList("paths.'/articles'.get.parameters.name"))
                .contains(
                        "q", "category", "tag", "author", "from", "to", "pictures", "sort", "fields", "after", "limit");
        assertThat(openapi.getString("paths.'/articles'.get.responses.'200'.content.'application/json'.examples"))
                .contains("老灯塔");
        assertThat(openapi.getMap("paths"))
                .containsKeys("/categories", "/tags", "/authors", "/stats", "/articles/{id}/revisions");
    }

    @Test
    void cursorOfAnotherOrder_isRefused() {
        String next = get("/articles?limit=1").getString("next");

        given().queryParam("after", next)
                .queryParam("sort", "ingested")
                .get("/articles")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("after"));
    }

    @Test
    void fields_makeALightList() {
        JsonPath page = get("/articles?fields=id,title&limit=1");

        assertThat(page.getMap("items[0]")).containsOnlyKeys("id", "title");
    }

    @Test
    void unchangedAnswer_is304_untilSomethingArrives() {
        String tag = given().get("/articles").header("ETag");
        given().header("If-None-Match", tag)
                .get("/articles")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        archive.keep(Events.ingested(Events.article("new", "新")));
        given().header("If-None-Match", tag).get("/articles").then().statusCode(200);

        String one = "/articles/" + ArticleId.ofKey("q");
        String tagOfOne = given().get(one).header("ETag");
        given().header("If-None-Match", tagOfOne)
                .get(one)
                .then()
                .statusCode(304)
                .header("Vary", "Authorization");
    }

    @Test
    void link_leadsOn_withTheSameFilters() {
        String link = given().get("/articles?author=张三&limit=1").header("Link");

        assertThat(link).contains("rel=\"next\"", "limit=1", "author=");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        assertThat(given().urlEncodingEnabled(false).get(next).jsonPath().<String>getList("items.title"))
                .containsExactly("甲");
    }

    @Test
    void categories_areCountedAlongTheirHierarchy() {
        List<Map<String, Object>> items = get("/categories").getList("items");

        assertThat(items)
                .extracting(item -> item.get("category") + " " + item.get("articles"))
                .containsExactly("TCP/IP 1", "TCP/IP/本地 1", "新闻 4", "新闻/本地 3");
        assertThat(items.get(3).get("path")).isEqualTo(List.of("新闻", "本地"));
    }

    @Test
    void tagsAndAuthors_theMostUsedFirst_pageByPage() {
        assertThat(get("/tags").getList("items.name")).startsWith("x", "测试").hasSize(4);
        JsonPath page = get("/authors?limit=2");
        assertThat(page.<String>getList("items.name")).hasSize(2).containsAnyOf("张三");
        assertThat(get("/authors?after=" + page.getString("next")).<String>getList("items.name"))
                .containsExactly("李四");
    }

    @Test
    void stats_countWhatTheCallerMaySee() {
        JsonPath stats = get("/stats?days=2");

        assertThat(stats.getInt("articles")).isEqualTo(5);
        assertThat(stats.getInt("pictures.stored")).isEqualTo(1);
        assertThat(stats.getInt("pictures.failed")).isEqualTo(1);
        assertThat(stats.getInt("pictures.waiting")).isZero();
        assertThat(stats.getList("days")).hasSize(2);
        assertThat(stats.<Integer>getList("days.ingested").stream()
                        .mapToInt(n -> n)
                        .sum())
                .isEqualTo(5);
        given().auth().oauth2("test-token").get("/stats").then().body("articles", equalTo(6));
    }

    @Test
    void revisions_areKept_andCompared() {
        archive.keep(Events.ingested(
                Events.written("a", "甲", "<p>一。</p><p>添了<b>一句</b>。</p>", "张三", List.of("新闻"), List.of("x"), day(1))));
        String path = "/articles/" + ArticleId.ofKey("a") + "/revisions";

        JsonPath history = get(path);
        assertThat(history.getList("items")).hasSize(2);
        assertThat(history.<Boolean>getList("items.current")).containsExactly(true, false);
        JsonPath difference = get(path + "?from=" + history.getString("items[1].revision") + "&to="
                + history.getString("items[0].revision"));
        assertThat(difference.getString("text"))
                .contains("-category: 新闻/本地\n+category: 新闻\n tag: x\n-tag: y\n-一\n+一。\n+添了一句。")
                .doesNotContain("<b>");
        assertThat(difference.getList("changes.added.flatten()")).contains("添了一句。");
        given().get(path + "?from=" + "0".repeat(64)).then().statusCode(400).body("parameter", equalTo("to"));
        given().get(path + "?from=" + "0".repeat(64) + "&to=" + "0".repeat(64))
                .then()
                .statusCode(404);
    }

    @Test
    void withdrawnHistory_isGone_andBeginsAnewWithANewPost() {
        String path = "/articles/" + ArticleId.ofKey("a") + "/revisions";
        archive.keep(Events.withdrawn("a"));
        given().get(path).then().statusCode(404);
        given().get("/articles/" + ArticleId.ofKey("a")).then().statusCode(404);
        given().get("/read/" + ArticleId.ofKey("a")).then().statusCode(404);
        assertThat(get("/articles").getList("items.title")).doesNotContain("甲");
        assertThat(get("/authors").getList("items.articles")).containsExactlyInAnyOrder(2, 1, 1);

        archive.keep(Events.ingested(Events.written("a", "甲", "<p>新</p>", "张三", List.of("新闻"), List.of("x"), day(1))));

        assertThat(get(path).getList("items")).hasSize(1);
        assertThat(get("/articles").getList("items.title")).contains("甲");
    }

    @Test
    void draftRevision_staysForTokenHolders() {
        archive.keep(Events.ingested(Events.article("r", "公开了", day(6), Visibility.PUBLIC)));
        String path = "/articles/" + ArticleId.ofKey("r") + "/revisions";

        assertThat(get(path).getList("items")).hasSize(1);
        assertThat(given().auth().oauth2("test-token").get(path).jsonPath().getList("items"))
                .hasSize(2);
    }

    private static Instant day(int day) {
        return Instant.parse("2024-03-0" + day + "T04:00:00Z");
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
