package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.Envelope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ArchiveIT {

    private static final Instant NOON = Instant.parse("2024-03-02T12:00:00Z");
    private static final String PICTURE = "https://cors.example-worker.dev/?http://pictures.example/a.png";

    @Inject
    Archive archive;

    @Inject
    DatabaseWork database;

    @BeforeEach
    void empty() {
        run("delete from article");
        run("delete from revision");
        run("delete from picture");
    }

    @Test
    void sameRevisionAgain_changesNothing() {
        keep(Events.at(NOON, Events.ingested(Events.article("a", "一"))));
        List<String> before = shown();

        keep(Events.at(NOON.plusSeconds(60), Events.ingested(Events.article("a", "一"))));

        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void olderRevision_neverOverwrites() {
        keep(Events.at(NOON, Events.ingested(Events.article("a", "新"))));

        keep(Events.at(NOON.minusSeconds(60), Events.ingested(Events.article("a", "旧"))));

        assertThat(rows("select title from article")).containsExactly("题目 新");
        assertThat(rows("select count(*) from revision")).containsExactly("2");
    }

    @Test
    void withdrawal_hides_andALaterPostRevives() {
        keep(Events.at(NOON, Events.ingested(Events.article("a", "一"))));
        keep(Events.at(NOON.plusSeconds(1), Events.withdrawn("a")));
        assertThat(rows("select withdrawn from article")).containsExactly("true");

        keep(Events.at(NOON.plusSeconds(2), Events.ingested(Events.article("a", "一"))));

        assertThat(rows("select withdrawn from article")).containsExactly("false");
    }

    @Test
    void undatedArticle_standsWhereItWasFirstSeen_whateverCameFirst() {
        var undated = Events.article("a", "一", null, dev.periodical.events.Visibility.PUBLIC);
        keep(Events.at(NOON.plusSeconds(60), Events.ingested(undated)));

        keep(Events.at(NOON, Events.ingested(undated)));

        assertThat(rows("select listed_at = timestamptz '" + NOON + "' from article"))
                .containsExactly("true");
    }

    @Test
    void pictureFact_mayComeBeforeItsArticle() {
        keep(Events.at(NOON, Events.stored(PICTURE)));

        keep(Events.at(NOON.plusSeconds(1), Events.ingested(Events.article("a", "一", PICTURE))));

        assertThat(rows("select picture.state from article, picture where picture.ref = any(article.image_refs)"))
                .containsExactly("stored");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void redeliveryInAnyOrder_leavesTheSameRows(long seed) {
        List<Envelope> events = history(new Random(seed), 500);
        events.forEach(this::keep);
        List<String> inOrder = everything();
        empty();

        List<Envelope> shuffled = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            shuffled.addAll(events);
        }
        Collections.shuffle(shuffled, new Random(seed));
        Random size = new Random(seed);
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + size.nextInt(40));
            keep(shuffled.subList(from, to).toArray(Envelope[]::new));
            from = to;
        }

        assertThat(everything()).isEqualTo(inOrder);
    }

    /** Articles in several revisions, dated and not, withdrawals, revivals, and what media says of their pictures. */
    private static List<Envelope> history(Random random, int length) {
        List<Envelope> events = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Instant time = NOON.plusMillis(10L * random.nextInt(length));
            String key = "key" + random.nextInt(25);
            String url = "http://pictures.example/" + random.nextInt(40) + ".png";
            events.add(Events.at(
                    time,
                    switch (random.nextInt(6)) {
                        case 0 -> Events.withdrawn(key);
                        case 1 -> Events.stored(url);
                        case 2 -> Events.failed(url);
                        case 3 ->
                            Events.ingested(Events.article(
                                    key, "稿 " + random.nextInt(3), null, dev.periodical.events.Visibility.PUBLIC, url));
                        default -> Events.ingested(Events.article(key, "稿 " + random.nextInt(3), url));
                    }));
        }
        return events;
    }

    private void keep(Envelope... events) {
        archive.keep(List.of(events)).await().indefinitely(); // the test's own thread
    }

    /** But for the numbers of the changes, which say in what order they were made. */
    private List<String> everything() {
        List<String> all = new ArrayList<>(rows("select to_jsonb(article) - 'change' from article order by id"));
        all.addAll(rows("select revision::text from revision order by article_id, revision"));
        all.addAll(rows("select to_jsonb(picture) - 'change' from picture order by ref"));
        return all;
    }

    /** What a reader could tell apart. */
    private List<String> shown() {
        List<String> all = new ArrayList<>(
                rows("select row(id, withdrawn, revision, title, listed_at, tags, image_refs)::text from article"));
        all.addAll(rows("select row(article_id, revision, first_seen, payload)::text from revision"));
        return all;
    }

    private List<String> rows(String sql) {
        return database.transaction(session -> session.createNativeQuery(
                                "select cast(x as text) from (" + sql + ") as t (x)", String.class)
                        .getResultList())
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        database.transaction(session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .indefinitely();
    }
}
