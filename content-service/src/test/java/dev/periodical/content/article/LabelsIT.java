package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.database.DatabaseWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class LabelsIT {

    private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");
    private static final List<List<String>> CATEGORIES =
            List.of(List.of("新闻"), List.of("新闻", "本地"), List.of("新闻/本地"), List.of("长".repeat(700), "短"), List.of("图"));
    private static final List<String> TAGS = List.of("甲", "乙", "丙", "甲".repeat(600) + "一", "甲".repeat(600) + "二");
    private static final List<String> AUTHORS = List.of("李", "王", "新闻");

    private record Said(List<String> category, List<String> tags, String author) {

        boolean is(String wanted, List<String> others, String by) {
            boolean below = wanted == null
                    || category.equals(List.of(wanted))
                    || String.join("/", category).equals(wanted)
                    || category.get(0).equals(wanted);
            return below && tags.containsAll(others) && (by == null || by.equals(author));
        }
    }

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    @Inject
    ArticleLists lists;

    private final Random random = new Random(7);
    private final Map<String, Said> said = new HashMap<>();

    @BeforeEach
    void fill() {
        archive.empty();
        for (int n = 0; n < 60; n++) {
            say("key" + n, DAY.plusSeconds(random.nextInt(40)));
        }
        for (int n = 0; n < 20; n++) {
            say("key" + random.nextInt(60), random.nextBoolean() ? null : DAY.plusSeconds(random.nextInt(40)));
        }
        for (int n = 0; n < 12; n++) {
            archive.keep(Events.withdrawn("key" + n));
            said.remove(Events.article("key" + n, "").id());
        }
        for (int n = 8; n < 16; n++) {
            say("key" + n, DAY.plusSeconds(random.nextInt(40)));
        }
    }

    private void say(String key, Instant time) {
        List<String> tags = TAGS.stream().filter(tag -> random.nextBoolean()).toList();
        Said now = new Said(one(CATEGORIES), tags, one(AUTHORS));
        var article =
                Events.written(key, "题 " + random.nextInt(), "<p>文</p>", now.author(), now.category(), tags, time);
        archive.keep(Events.ingested(article));
        said.put(article.id(), now);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ArticleOrder.class,
            names = {"PUBLISHED", "INGESTED"})
    void listsByLabels_areTheListOfAll_withoutTheOthers(ArticleOrder order) {
        List<String> all = listed(null, List.of(), null, order, 1_000);
        assertThat(all).hasSize(said.size());
        for (String category : Arrays.asList(null, "新闻", "新闻/本地", "图", "长".repeat(700), "没有", "没有/的")) {
            for (List<String> tags :
                    List.of(List.<String>of(), TAGS.subList(0, 1), TAGS.subList(0, 2), TAGS.subList(3, 4))) {
                for (String author : Arrays.asList(null, "李", "新闻", "没有")) {
                    assertThat(listed(category, tags, author, order, 4))
                            .as("%s %s %s", category, tags, author)
                            .isEqualTo(all.stream()
                                    .filter(id -> said.get(id).is(category, tags, author))
                                    .toList());
                }
            }
        }
    }

    @Test
    void labels_areThoseOfTheArticles_whateverHappens() {
        assertThat(rows("select label || ' ' || listed_at || ingested_at || article_id from article_label"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        rows("select label || ' ' || listed_at || ingested_at || id from article,"
                                + " article_labels(category_paths, tags, author) as label where not withdrawn"));

        database.transaction(session ->
                        session.createNativeQuery("delete from article").executeUpdate())
                .await()
                .indefinitely();

        assertThat(rows("select label from article_label")).isEmpty();
    }

    private List<String> rows(String sql) {
        return database.transaction(
                        session -> session.createNativeQuery(sql, String.class).getResultList())
                .await()
                .indefinitely();
    }

    private List<String> listed(String category, List<String> tags, String author, ArticleOrder order, int count) {
        List<String> ids = new ArrayList<>();
        Place place = null;
        do {
            ArticleQuery query = new ArticleQuery(null, category, tags, author, null, null, null, order, place, false);
            List<FoundArticle> page =
                    database.apart(() -> lists.page(query, count)).await().indefinitely();
            page.forEach(found -> ids.add(found.summary().id().toString()));
            place = page.size() < count ? null : page.get(page.size() - 1).place();
        } while (place != null);
        return ids;
    }
}
