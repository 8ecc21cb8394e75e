package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.content.search.SearchQuery;
import dev.periodical.database.DatabaseWork;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class FindsIT {

    private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    /** Every third is about lighthouses, the last of them in its title. */
    @BeforeEach
    void fill() {
        archive.empty();
        for (int day = 0; day < 12; day++) {
            String text = day % 3 == 0 ? "灯塔" : "港口";
            archive.keep(Events.ingested(Events.written(
                    "key" + day,
                    day == 0 ? "灯塔 0" : "第 " + day,
                    "<p>" + text + "</p>",
                    "作者",
                    List.of("新闻"),
                    List.of(),
                    DAY.plusSeconds(86_400L * day))));
        }
    }

    @Test
    void finds_areCompared_howeverFarOneHasToLook() {
        for (int counted : List.of(1, 3, 4, 100)) {
            for (int window : List.of(1, 4, 7, 500)) {
                Finds all = new Finds(1_000, counted, window, 4);
                assertThat(titles(all, "灯塔")).as("%s %s", counted, window).containsExactly("灯塔 0", "第 9", "第 6", "第 3");
                assertThat(titles(new Finds(2, counted, window, 4), "灯塔"))
                        .as("%s %s", counted, window)
                        .containsExactly("第 9", "第 6");
                assertThat(titles(all, "鲸鱼")).isEmpty();
            }
        }
    }

    @Test
    void moreThanAreCounted_areComparedAmongTheLatestArticles_whereThatIsEnough() {
        assertThat(titles(new Finds(1_000, 3, 7, 2), "灯塔")).containsExactly("第 9", "第 6");
        assertThat(titles(new Finds(1_000, 4, 7, 2), "灯塔")).hasSize(4);
    }

    @Test
    void finds_areCounted_upToTheMost() {
        assertThat(found(new Finds(1_000, 10, 500, 200), "灯塔").total()).isEqualTo(4);
        assertThat(found(new Finds(1_000, 2, 500, 200), "灯塔").total()).isEqualTo(3);
        assertThat(found(new Finds(1_000, 10, 500, 200), "鲸鱼").total()).isZero();
    }

    /** Statistics say: every third article has it, surely more than are counted. */
    @Test
    void veryCommonWord_isFoundAmongTheLatest_andNotCounted() {
        run("analyze article");

        Finds finds = new Finds(2, 0, 7, 2);

        assertThat(found(finds, "灯塔").total()).isEqualTo(1);
        assertThat(titles(finds, "灯塔")).containsExactly("第 9", "第 6");
    }

    @Test
    void wordThatWasCommonOnce_isFound() {
        for (int day = 0; day < 40; day++) {
            archive.keep(Events.ingested(
                    Events.article("later" + day, "后来", DAY.plusSeconds(86_400L * 100 + day), Visibility.PUBLIC)));
        }
        run("analyze article");

        assertThat(titles(new Finds(2, 0, 7, 2), "灯塔")).containsExactly("第 9", "第 6");
    }

    @ParameterizedTest
    @EnumSource(
            value = ArticleOrder.class,
            names = {"PUBLISHED", "INGESTED"})
    void pagesByTime_areTheSame_howeverTheyAreFound(ArticleOrder order) {
        run("analyze article");
        for (Finds finds :
                List.of(new Finds(), new Finds(9, 1, 4, 2), new Finds(9, 1, 500, 2), new Finds(9, 0, 7, 2))) {
            List<String> seen = new ArrayList<>();
            Place place = null;
            do {
                ArticleQuery query = query("灯塔", order, place);
                List<FoundArticle> page =
                        database.apart(() -> finds.of(query, 1)).await().indefinitely().rows().stream()
                                .map(row ->
                                        ArticleLists.read(row, ListedRow.class).found(order))
                                .toList();
                place = page.isEmpty() ? null : page.get(0).place();
                page.forEach(found -> seen.add(found.summary().title()));
            } while (place != null);
            assertThat(seen).containsExactly("第 9", "第 6", "第 3", "灯塔 0");
        }
    }

    @Test
    void rowsOfBefore_areComparedByAllTheirWords() {
        run("update article set heading = null");

        assertThat(titles(new Finds(), "灯塔")).containsExactly("灯塔 0", "第 9", "第 6", "第 3");
    }

    private void run(String sql) {
        database.transaction(session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .indefinitely();
    }

    private List<String> titles(Finds finds, String words) {
        return found(finds, words).rows().stream()
                .map(row -> ArticleLists.read(row, ListedRow.class).title())
                .toList();
    }

    private FindsStatement.Found found(Finds finds, String words) {
        return database.apart(() -> finds.of(query(words), 10)).await().indefinitely();
    }

    private static ArticleQuery query(String words) {
        return query(words, ArticleOrder.RELEVANCE, null);
    }

    private static ArticleQuery query(String words, ArticleOrder order, Place after) {
        return new ArticleQuery(SearchQuery.parse(words), null, List.of(), null, null, null, null, order, after, false);
    }
}
