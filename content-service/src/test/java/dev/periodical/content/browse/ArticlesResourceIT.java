package dev.periodical.content.browse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Sha256;
import dev.periodical.events.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ArticlesResourceIT {

    private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");
    private static final String KEPT = "https://cors.example-worker.dev/?http://pictures.example/kept.png";
    private static final String GONE = "https://cors.example-worker.dev/?http://pictures.example/gone.png";
    private static final String AWAITED = "http://pictures.example/awaited.png";

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    @BeforeEach
    void empty() {
        database.transaction(session ->
                        session.createNativeQuery("delete from article").executeUpdate())
                .await()
                .indefinitely();
    }

    @Test
    void article_tellsWhatBecameOfEachPicture() {
        archive.keep(
                Events.ingested(Events.article("a", "一", KEPT, GONE, AWAITED)),
                Events.stored(KEPT),
                Events.failed(GONE));

        given().get("/articles/{id}", ArticleId.ofKey("a"))
                .then()
                .statusCode(200)
                .body("title", equalTo("题目 一"))
                .body("images.state", equalTo(List.of("stored", "failed", "waiting")))
                .body("images[0].mediaId", equalTo(Sha256.hex("bytes of " + KEPT)))
                .body("images[1].reason", equalTo("not-found"))
                .body("html", containsString("/media/" + Sha256.hex("bytes of " + KEPT)))
                .body("html", not(containsString("kept.png")))
                .body("html", containsString(AWAITED))
                .body("frontMatter.title", equalTo("一"))
                .body("frontMatter.password", nullValue());
    }

    @Test
    void pages_neitherSkipNorRepeat_whileArticlesArrive() {
        for (int i = 0; i < 25; i++) {
            archive.keep(Events.ingested(article("k" + i, DAY.plusSeconds(i / 3))));
        }

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = given().queryParam("limit", 4)
                    .queryParam("after", next == null ? "" : next)
                    .get("/articles");
            seen.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("next");
            assertThat(page.header("Link") == null).isEqualTo(next == null);
            archive.keep(Events.ingested(article("new" + seen.size(), DAY.plusSeconds(1000))));
        } while (next != null);

        assertThat(seen).doesNotHaveDuplicates().hasSize(25);
    }

    @Test
    void restricted_isSeenWithATokenOnly() {
        archive.keep(Events.ingested(Events.article("r", "密", DAY, Visibility.RESTRICTED)));
        String id = ArticleId.ofKey("r");

        given().get("/articles").then().body("items", hasSize(0));
        given().get("/articles/{id}", id).then().statusCode(404).contentType("application/problem+json");
        given().get("/read/{id}", id).then().statusCode(404);
        given().auth().oauth2("test-token").get("/articles").then().body("items", hasSize(1));
        given().auth().oauth2("test-token").get("/articles/{id}", id).then().statusCode(200);
    }

    @Test
    void withdrawn_isNowhere() {
        archive.keep(Events.ingested(Events.article("w", "撤")));
        archive.keep(Events.withdrawn("w"));

        given().auth().oauth2("test-token").get("/articles").then().body("items", hasSize(0));
        given().get("/articles/{id}", ArticleId.ofKey("w")).then().statusCode(404);
    }

    @Test
    void nobodysToken_is401() {
        given().auth()
                .oauth2("guess")
                .get("/articles")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .contentType("application/problem+json");
    }

    @Test
    void badParameters_areNamed() {
        given().queryParam("limit", 1000)
                .get("/articles")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"));
        given().queryParam("after", "!!")
                .get("/articles")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("after"));
        given().queryParam("limit", "many")
                .get("/articles")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"));
        String foreign = new dev.periodical.http.Cursor(DAY, "no-uuid").text();
        given().queryParam("after", foreign)
                .get("/articles")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("after"));
        given().queryParam("after", foreign).get("/").then().statusCode(400);
        given().get("/articles/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    private static Article article(String key, Instant published) {
        return Events.article(key, key, published, Visibility.PUBLIC);
    }
}
