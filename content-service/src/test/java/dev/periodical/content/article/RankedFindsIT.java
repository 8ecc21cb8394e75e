package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.content.search.SearchQuery;
import dev.periodical.database.DatabaseWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class RankedFindsIT {

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
    void latestFinds_areCompared_howeverFarOneHasToLook() {
        for (List<Integer> sizes : List.of(List.<Integer>of(), List.of(2, 4), List.of(7), List.of(500))) {
            assertThat(titles(new RankedFinds(2, sizes), "灯塔")).as("%s", sizes).containsExactly("第 9", "第 6");
            assertThat(titles(new RankedFinds(1_000, sizes), "灯塔"))
                    .as("%s", sizes)
                    .containsExactly("灯塔 0", "第 9", "第 6", "第 3");
            assertThat(titles(new RankedFinds(2, sizes), "鲸鱼")).isEmpty();
        }
    }

    @Test
    void finds_areCounted_upToTheMost() {
        RankedFinds finds = new RankedFinds();
        assertThat(database.apart(() -> finds.count(query("灯塔"), 10)).await().indefinitely())
                .isEqualTo(4);
        assertThat(database.apart(() -> finds.count(query("灯塔"), 3)).await().indefinitely())
                .isEqualTo(3);
    }

    private List<String> titles(RankedFinds finds, String words) {
        return database.apart(() -> finds.page(query(words), 10)).await().indefinitely().stream()
                .map(row -> ArticleLists.read(row, ListedRow.class).title())
                .toList();
    }

    private static ArticleQuery query(String words) {
        return new ArticleQuery(
                SearchQuery.parse(words), null, List.of(), null, null, null, null, ArticleOrder.RELEVANCE, null, false);
    }
}
