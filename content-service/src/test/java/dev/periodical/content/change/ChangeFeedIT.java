package dev.periodical.content.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.ArticleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law: what is behind a reader's place was seen by him. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class ChangeFeedIT {

    @Inject
    ChangeFeed feed;

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    @BeforeEach
    void empty() {
        archive.empty();
    }

    @Test
    void numberDrawnFirst_andCommittedLast_isNotOvertaken() {
        long start = feed.end().await().indefinitely().reached();
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Void> first = database.transaction(session -> session.createNativeQuery(row("first"))
                        .executeUpdate()
                        .invoke(() -> drawn.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(go)))
                .subscribeAsCompletionStage();
        drawn.join();
        archive.keep(Events.ingested(Events.article("second", "二")));

        assertThat(feed.after(start, 10).await().indefinitely())
                .satisfies(slice -> assertThat(slice.changes()).isEmpty())
                .satisfies(slice -> assertThat(slice.reached()).isEqualTo(start));

        go.complete(null);
        first.join();
        assertThat(feed.after(start, 10).await().indefinitely().changes())
                .extracting(Change::subject)
                .containsExactly(ArticleId.ofKey("first"), ArticleId.ofKey("second"));
    }

    @Test
    void transactionThatIsTakenBack_holdsNobody() {
        long start = feed.end().await().indefinitely().reached();
        database.transaction(session -> session.createNativeQuery(row("undone"))
                        .executeUpdate()
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("undone"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        archive.keep(Events.ingested(Events.article("kept", "留")));

        assertThat(feed.after(start, 10).await().indefinitely().changes())
                .extracting(Change::subject)
                .containsExactly(ArticleId.ofKey("kept"));
    }

    /** Eight writers whose transactions end in any order, and one who reads meanwhile, page by page. */
    @Test
    void readerBesideManyWriters_seesEachOnce() {
        long start = feed.end().await().indefinitely().reached();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer)))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        List<String> seen = new ArrayList<>();
        long at = start;
        boolean last = false;
        while (true) {
            var slice = feed.after(at, 7).await().indefinitely();
            slice.changes().forEach(change -> seen.add(change.subject()));
            assertThat(slice.reached()).isGreaterThanOrEqualTo(at);
            at = slice.reached();
            if (last && slice.changes().isEmpty()) {
                break;
            }
            last = all.isDone();
        }
        all.join();

        Set<String> wanted = new HashSet<>();
        IntStream.range(0, 8)
                .forEach(writer ->
                        IntStream.range(0, 40).forEach(i -> wanted.add(ArticleId.ofKey("w" + writer + "-" + i))));
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void changeOfTheSameArticle_isTheLatestOnly() {
        long start = feed.end().await().indefinitely().reached();
        archive.keep(
                Events.ingested(Events.article("twice", "一")),
                Events.ingested(Events.article("other", "别")),
                Events.ingested(Events.article("twice", "二")));

        assertThat(feed.after(start, 10).await().indefinitely().changes())
                .extracting(Change::title)
                .containsExactly("题目 别", "题目 二");
    }

    private void write(int writer) {
        Random random = new Random(writer);
        for (int i = 0; i < 40; ) {
            int many = Math.min(40 - i, 1 + random.nextInt(4));
            List<String> rows = new ArrayList<>();
            for (int j = 0; j < many; j++) {
                rows.add(row("w" + writer + "-" + (i + j)));
            }
            i += many;
            int millis = random.nextInt(15);
            database.transaction(session -> {
                        Uni<Void> all = Uni.createFrom().voidItem();
                        for (String row : rows) {
                            all = all.chain(() -> session.createNativeQuery(row)
                                    .executeUpdate()
                                    .replaceWithVoid());
                        }
                        return all.chain(() -> session.createNativeQuery(
                                        "select cast(pg_sleep(" + millis + " / 1000.0) as text)", String.class)
                                .getSingleResult());
                    })
                    .await()
                    .indefinitely();
        }
    }

    private static String row(String key) {
        return "insert into article (id, event_time, event_id, withdrawn, revision, visibility, title, listed_at,"
                + " category_paths, tags, image_refs) values (cast('" + ArticleId.ofKey(key)
                + "' as uuid), timestamptz '"
                + Instant.now() + "', 'x', false, '', 'public', 't', now(), '{}', '{}', '{}')";
    }
}
