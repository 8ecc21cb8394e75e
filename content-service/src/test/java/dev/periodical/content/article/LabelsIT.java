package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.ValueSource;

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

    private record Filter(String category, List<String> tags, String author, List<Instant> span) {

        ArticleQuery query(ArticleOrder order, Place place) {
            Instant from = span.isEmpty() ? null : span.get(0);
            Instant until = span.isEmpty() ? null : span.get(1);
            return new ArticleQuery(null, category, tags, author, from, until, null, order, place, false);
        }
    }

    private record Said(List<String> category, List<String> tags, String author) {

        boolean is(Filter filter) {
            boolean below = filter.category() == null
                    || category.get(0).equals(filter.category())
                    || String.join("/", category).equals(filter.category());
            return below
                    && tags.containsAll(filter.tags())
                    && (filter.author() == null || filter.author().equals(author));
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
        int hidden = database.transaction(session -> session.createNativeQuery(
                                "update article set visibility = 'restricted' where not withdrawn and title like '%1'")
                        .executeUpdate())
                .await()
                .indefinitely();
        for (List<Instant> span : List.of(List.<Instant>of(), List.of(DAY.plusSeconds(7), DAY.plusSeconds(31)))) {
            Filter any = new Filter(null, List.of(), null, span);
            List<String> all = listed(any, order, 1_000);
            assertThat(all).hasSizeBetween(20, said.size() - hidden);
            for (String category : Arrays.asList(null, "新闻", "新闻/本地", "图", "长".repeat(700), "没有", "没有/的")) {
                for (int tags : List.of(0, 1, 2, TAGS.size())) {
                    for (String author : Arrays.asList(null, "李", "新闻", "没有")) {
                        Filter filter = new Filter(category, TAGS.subList(0, tags), author, span);
                        assertThat(listed(filter, order, 4))
                                .as(filter.toString())
                                .isEqualTo(all.stream()
                                        .filter(id -> said.get(id).is(filter))
                                        .toList());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from article", "truncate article"})
    void labels_areThoseOfTheArticles_whateverHappens(String end) {
        assertThat(rows("select label || ' ' || listed_at || ingested_at || article_id from article_label"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        rows("select label || ' ' || listed_at || ingested_at || id from article,"
                                + " article_labels(category_paths, tags, author) as label where not withdrawn"));

        run(end);

        assertThat(rows("select label from article_label")).isEmpty();
    }

    /** A release from before them would: it has the triggers of the live table and not their labels when it ends a rebuild. */
    @Test
    void articlesWithoutLabelsBesideThem_areNotChanged() {
        run("create schema other");
        try {
            run("create table other.article (like article)");
            run("create trigger labels_here after update on other.article for each statement"
                    + " execute function article_has_labels()");

            assertThatThrownBy(() -> run("update other.article set withdrawn = withdrawn"))
                    .hasMessageContaining("an older release must not rebuild");
        } finally {
            run("drop schema other cascade");
        }
    }

    private void run(String sql) {
        database.transaction(session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .indefinitely();
    }

    private List<String> rows(String sql) {
        return database.transaction(
                        session -> session.createNativeQuery(sql, String.class).getResultList())
                .await()
                .indefinitely();
    }

    private List<String> listed(Filter filter, ArticleOrder order, int count) {
        List<String> ids = new ArrayList<>();
        Place place = null;
        do {
            ArticleQuery query = filter.query(order, place);
            List<FoundArticle> page =
                    database.apart(() -> lists.page(query, count)).await().indefinitely();
            page.forEach(found -> ids.add(found.summary().id().toString()));
            place = page.size() < count ? null : page.get(page.size() - 1).place();
        } while (place != null);
        return ids;
    }
}
