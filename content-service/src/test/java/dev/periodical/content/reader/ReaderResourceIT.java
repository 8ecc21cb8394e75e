package dev.periodical.content.reader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Sha256;
import dev.periodical.events.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ReaderResourceIT {

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

        assertThat(policy).contains("default-src 'self'", "img-src 'self' http://localhost:8083", "script-src 'none'");
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
        archive.keep(Events.ingested(Events.article("l", "列")));

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
        given().auth().oauth2("test-token").get(path).then().statusCode(200).header("Vary", "Authorization");
        assertThat(page("/").select("a[href='" + path + "']")).isEmpty();
        assertThat(given().auth().oauth2("test-token").get("/").asString()).contains(path);
    }

    @Test
    void unknownArticle_isAPageThatSaysSo() {
        given().get("/read/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
    }
}
