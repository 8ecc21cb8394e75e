package dev.periodical.content.reader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.events.ArticleId;
import dev.periodical.events.ImageRef;
import dev.periodical.events.MediaStored;
import dev.periodical.events.Sha256;
import dev.periodical.events.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ReaderPagesIT {

    private static final String KEPT = "https://cors.example-worker.dev/?http://pictures.example/k.png";
    private static final String GONE = "http://pictures.example/gone.png";
    private static final String POSTER = "http://pictures.example/poster.png";
    private static final String AWAITED = "http://pictures.example/awaited.png";

    @Inject
    FilledArchive archive;

    @Test
    void page_showsKeptPictures_andSaysInPlaceWhyOthersAreNotThere() {
        archive.keep(
                Events.ingested(Events.article("p", "页", KEPT, GONE, AWAITED)),
                Events.stored(KEPT),
                Events.failed(GONE));

        Document page = page("/read/" + ArticleId.ofKey("p"));

        assertThat(page.select("article img").eachAttr("src"))
                .containsExactly("http://localhost:8083/media/" + Sha256.hex("bytes of " + KEPT));
        assertThat(page.select(".missing").eachText().get(0)).contains("not-found");
        assertThat(page.select(".missing a").eachAttr("href")).containsExactly(GONE, AWAITED);
        assertThat(page.select(".missing").eachText().get(1)).contains("正在保存");
    }

    @Test
    void keptPoster_staysOnItsVideo() {
        archive.keep(Events.ingested(Events.withPoster("v", POSTER)), Events.stored(POSTER));

        Document page = page("/read/" + ArticleId.ofKey("v"));

        assertThat(page.select("video").attr("poster")).endsWith("/media/" + Sha256.hex("bytes of " + POSTER));
        assertThat(page.select(".missing")).isEmpty();
    }

    @Test
    void note_linksToNothingButTheWeb() {
        String url = "javascript:alert(1)";
        archive.keep(Events.ingested(Events.article("js", "链", url)), Events.failed(url));

        Document page = page("/read/" + ArticleId.ofKey("js"));

        assertThat(page.select(".missing a")).isEmpty();
        assertThat(page.select(".missing code").text()).isEqualTo(url);
    }

    @Test
    void page_makesTheBrowserAskNobodyElse() {
        archive.keep(Events.ingested(Events.article("q", "页", GONE)));

        String policy = given().get("/read/" + ArticleId.ofKey("q")).header("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'self'", "img-src 'self' data: http://localhost:8083", "object-src 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void title_isEscaped() {
        archive.keep(Events.ingested(Events.article("x", "<script>alert(1)</script>")));

        Document page = page("/read/" + ArticleId.ofKey("x"));

        assertThat(page.select("h1").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("h1 script")).isEmpty();
    }

    @Test
    void list_linksToEachArticle() {
        archive.keep(Events.ingested(Events.article("l", "列", Instant.now(), Visibility.PUBLIC)));

        assertThat(page("/")
                        .select("a[href='/read/" + ArticleId.ofKey("l") + "']")
                        .text())
                .isEqualTo("题目 列");
    }

    @Test
    void restrictedPage_isForHoldersOfAToken() {
        archive.keep(Events.ingested(Events.article("draft", "稿", Instant.now(), Visibility.RESTRICTED)));
        String path = "/read/" + ArticleId.ofKey("draft");

        given().get(path).then().statusCode(404);
        given().auth()
                .oauth2("test-token")
                .get(path)
                .then()
                .statusCode(200)
                .header("Vary", containsString("Authorization"));
        assertThat(page("/").select("a[href='" + path + "']")).isEmpty();
        assertThat(given().auth().oauth2("test-token").get("/").asString()).contains(path);
    }

    @Test
    void keptPicture_comesInSizesThatFit_andOpensWhole() {
        archive.keep(Events.ingested(Events.article("fit", "尺寸", KEPT)), pictured(KEPT));

        Document page = page("/read/" + ArticleId.ofKey("fit"));

        String address = "http://localhost:8083/media/" + Sha256.hex("bytes of " + KEPT);
        assertThat(page.select("article img").attr("srcset"))
                .isEqualTo(address + "?width=320 320w, " + address + "?width=640 640w, " + address + " 1200w");
        assertThat(page.select("article img").attr("style")).contains("url(data:image/png;base64,");
        assertThat(page.select("article a.picture").attr("href")).isEqualTo(address);
    }

    @Test
    void list_showsWhatOneSeesOfAnArticleBeforeReadingIt() {
        archive.keep(Events.ingested(Events.article("seen", "灯塔在雾里", KEPT)), pictured(KEPT));

        Element entry = entry("/", "seen");

        assertThat(entry.select("a.cover img").attr("src"))
                .isEqualTo("http://localhost:8083/media/" + Sha256.hex("bytes of " + KEPT) + "?width=320");
        assertThat(entry.select("a.cover").attr("style")).contains("url(data:image/png;base64,");
        assertThat(entry.select(".beginning").text()).isEqualTo("灯塔在雾里");
        assertThat(entry.select(".facts a").attr("href")).isEqualTo("/author/%E4%BD%9C%E8%80%85");
        assertThat(entry.select(".chips a").eachAttr("href"))
                .containsExactly("/category/%E6%96%B0%E9%97%BB/%E6%9C%AC%E5%9C%B0");
    }

    @Test
    void categoryAuthorAndTag_haveAPageEach_thatLeadsBackToAll() {
        archive.keep(Events.ingested(Events.article("filed", "归类")));

        for (String path : List.of("/category/新闻", "/category/新闻/本地", "/author/作者", "/tag/测试")) {
            Document page = page(path);
            assertThat(page.select("a[href='/read/" + ArticleId.ofKey("filed") + "']"))
                    .as(path)
                    .isNotEmpty();
            assertThat(page.select("ul.chips").first().select("a").eachAttr("href"))
                    .as(path)
                    .containsExactly("/");
        }
        assertThat(page("/category/体育").select("#results").text()).contains("没有符合的文章");
    }

    @Test
    void search_marksWhatItFound_andFeedsTellTheSame() {
        archive.keep(Events.ingested(Events.article("found", "渡口的灯笼")));

        Document page = page("/search?q=灯笼");

        assertThat(entry(page, "found").select("mark").eachText()).containsOnly("灯笼");
        assertThat(page.select("input[name=q]").val()).isEqualTo("灯笼");
        assertThat(page.select("link[rel=alternate]").eachAttr("href")).contains("/feed.atom?q=%E7%81%AF%E7%AC%BC");
    }

    @Test
    void pagesBehindTheFirst_leadOnAndBack() {
        for (int i = 0; i < 21; i++) {
            archive.keep(Events.ingested(Events.article("many-" + i, "许多篇之一")));
        }

        Document first = page("/search?q=许多篇之一&sort=published");
        Document second = page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select(".articles > li")).hasSize(20);
        assertThat(second.select(".articles > li")).hasSize(1);
        assertThat(second.select(".paging a").attr("href")).contains("q=").doesNotContain("after");
    }

    @Test
    void history_saysWhatChanged() {
        archive.keep(Events.ingested(Events.article("told", "先这样说。")));
        archive.keep(Events.ingested(Events.article("told", "后那样说。")));
        String path = "/read/" + ArticleId.ofKey("told") + "/revisions";

        Document history = page(path);
        Document difference = page(history.select(".revisions a").attr("href"));

        assertThat(history.select(".revisions li")).hasSize(2);
        assertThat(difference.select("del").eachText()).contains("先这样说。");
        assertThat(difference.select("ins").eachText()).contains("后那样说。");
    }

    @Test
    void language_isTheBrowsers_untilOneIsChosen() {
        String english =
                given().header("Accept-Language", "en-GB,en;q=0.9").get("/").asString();
        Response chosen = given().redirects()
                .follow(false)
                .queryParam("back", "/search?q=a")
                .get("/language?to=en");

        assertThat(Jsoup.parse(english).select("html").attr("lang")).isEqualTo("en");
        assertThat(Jsoup.parse(english).select("h1").text()).isEqualTo("Articles");
        assertThat(page("/").select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.header("Location")).endsWith("/search?q=a");
        assertThat(chosen.cookie("periodical_language")).isEqualTo("en");
        assertThat(given().redirects()
                        .follow(false)
                        .get("/language?to=en&back=//elsewhere.example/")
                        .header("Location"))
                .endsWith(":" + RestAssured.port + "/");
    }

    @Test
    void unknownArticle_isAPageThatSaysSo() {
        given().get("/read/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    /** Kept with all that a page likes to know. */
    private static MediaStored pictured(String url) {
        return new MediaStored(
                ImageRef.of(url),
                url,
                url,
                Sha256.hex("bytes of " + url),
                "image/jpeg",
                100,
                1200,
                800,
                "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
                null);
    }

    private static Element entry(String path, String key) {
        return entry(page(path), key);
    }

    private static Element entry(Document page, String key) {
        return page.selectFirst(".articles > li:has(a[href='/read/" + ArticleId.ofKey(key) + "'])");
    }

    private static Document page(String path) {
        return Jsoup.parse(given().urlEncodingEnabled(!path.contains("%"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
