package dev.periodical.content.browse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.events.Article;
import dev.periodical.events.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class SearchIT {

    private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");

    @Inject
    FilledArchive archive;

    @BeforeEach
    void fill() {
        archive.empty();
        archive.keep(
                Events.ingested(article("tower", "老灯塔今晚重新点亮", "<p>海风吹过。</p><p>The café is open &amp; warm.</p>", 0)),
                Events.ingested(article("phone", "iPhone15发布", "<p>新機今日發佈，ＨＥＬＬＯ。</p>", 1)),
                Events.ingested(article("storm", "台风", "<p>灯塔与港口都关了。</p>", 2)),
                Events.ingested(article("road", "A long way", "<p>way too long</p>", 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "灯塔, 'tower,storm'",
        "燈塔, 'tower,storm'",
        "灯, 'tower,storm'",
        "塔, 'storm,tower'",
        "亮, tower",
        "老灯塔, tower",
        "灯塔 -台风, tower",
        "-灯塔, 'road,phone'",
        "iPhone15发布, phone",
        "iphone, phone",
        "15, phone",
        "发布, phone",
        "發布, phone",
        "hello, phone",
        "ＩＰＨＯＮＥ, phone",
        "café, tower",
        "long way, road",
        "way long, road",
        "'\"long way\"', road",
        "'\"way long\"', ",
        "ways, ",
        "塔灯, ",
        "。！？, ",
        "作者, 'road,storm,phone,tower'"
    })
    void question_findsWhatAReaderExpects(String q, String keys) {
        assertThat(titles("q", q)).containsExactlyInAnyOrderElementsOf(titles(keys));
    }

    @Test
    void titleWeighsMoreThanBody() {
        assertThat(titles("q", "灯塔")).containsExactly("老灯塔今晚重新点亮", "台风");
        assertThat(titles("q", "灯塔", "sort", "published")).containsExactly("台风", "老灯塔今晚重新点亮");
    }

    @Test
    void finds_areMarked_andCounted() {
        JsonPath page = get("q", "海风");

        assertThat(page.getString("items[0].highlight.text"))
                .startsWith("<mark>海风</mark>吹过。")
                .contains("&amp; warm");
        assertThat(page.getInt("total")).isEqualTo(1);
        assertThat(page.getBoolean("totalExact")).isTrue();
        assertThat(get("q", "。").getInt("total")).isZero();
    }

    @Test
    void revision_isFoundByItsNewWordsOnly() {
        archive.keep(Events.ingested(article("tower", "鲸鱼", "<p>搁浅</p>", 0)));

        assertThat(titles("q", "鲸鱼")).containsExactly("鲸鱼");
        assertThat(titles("q", "灯塔")).containsExactly("台风");
    }

    @Test
    void hugeArticle_isTaken_andFound() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 250_000; i++) {
            text.append(Character.toString(0x4E00 + i % 19_997))
                    .append(Character.toString(0x4E00 + i / 13))
                    .append(' ');
        }
        archive.keep(Events.ingested(article("huge", "鲸鱼", text.toString(), 0)));

        assertThat(titles("q", "鲸鱼")).containsExactly("鲸鱼");
    }

    @Test
    void restrictedAndWithdrawn_areNotFound() {
        archive.keep(
                Events.ingested(Events.article("secret", "密令灯塔", DAY, Visibility.RESTRICTED)),
                Events.withdrawn("storm"));

        assertThat(titles("q", "灯塔")).containsExactly("老灯塔今晚重新点亮");
        assertThat(given().auth()
                        .oauth2("test-token")
                        .queryParam("q", "密令")
                        .get("/articles")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "published", "ingested"})
    void pages_neitherSkipNorRepeat_whileArticlesArrive(String sort) {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            archive.keep(Events.ingested(article("k" + i, i % 3 == 0 ? "鲸鱼 " + i : "题 " + i, "<p>鲸鱼</p>", i / 4)));
            before.add(dev.periodical.events.ArticleId.ofKey("k" + i));
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = get("q", "鲸鱼", "sort", sort, "limit", "4", "after", next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
            archive.keep(Events.ingested(article("new" + seen.size(), "鲸鱼 鲸鱼", "<p>鲸鱼</p>", 100)));
            archive.keep(Events.ingested(article("old" + seen.size(), "无关", "<p>鲸鱼</p>", -100)));
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    private static Article article(String key, String title, String html, int days) {
        return Events.written(key, title, html, "作者", List.of("新闻"), List.of("测试"), DAY.plusSeconds(86_400L * days));
    }

    private static List<String> titles(String keys) {
        return keys == null
                ? List.of()
                : List.of(keys.replace("tower", "老灯塔今晚重新点亮")
                        .replace("phone", "iPhone15发布")
                        .replace("storm", "台风")
                        .replace("road", "A long way")
                        .split(","));
    }

    private static List<String> titles(String... parameters) {
        return get(parameters).getList("items.title");
    }

    private static JsonPath get(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/articles").then().statusCode(200).extract().jsonPath();
    }
}
