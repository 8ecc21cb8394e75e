package dev.periodical.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.ingest.batch.Item;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ItemWorkTest {

    private static final int ITEM = 100;
    private static final int WEIGHT = 16 * ITEM;

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();

    /** What Mutiny sets up with its first use is not made to be set up by several threads at once. */
    @BeforeAll
    static void firstUse() {
        new Workroom(1)
                .when(1, () -> Uni.createFrom().voidItem())
                .subscribe()
                .asCompletionStage()
                .join();
    }

    @Test
    void itemThatKafkaHasNotAcknowledged_keepsItsRoom() {
        ItemWork work = work(new Workroom(2 * WEIGHT), Runnable::run, false);
        List<CompletableFuture<byte[]>> lines = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> work.result(i, item("k" + i)).toCompletableFuture())
                .toList();
        assertThat(sent).containsExactly("k1", "k2");

        acknowledgements.get(1).complete(null);

        assertThat(sent).containsExactly("k1", "k2", "k3");
        assertThat(lines.get(0)).isNotDone();
        assertThat(lines.get(1)).isCompleted();
    }

    @Test
    void itemThatWasRefused_orThatKafkaDidNotTake_givesItsRoomBack() {
        ItemWork work = work(new Workroom(WEIGHT), Runnable::run, false);
        CompletableFuture<byte[]> refused =
                work.result(1, new Item.Line(new byte[ITEM])).toCompletableFuture();
        CompletableFuture<byte[]> failed = work.result(2, item("k2")).toCompletableFuture();
        CompletableFuture<byte[]> last = work.result(3, item("k3")).toCompletableFuture();
        assertThat(new String(refused.join(), StandardCharsets.UTF_8)).contains("\"refused\"");
        assertThat(sent).containsExactly("k2");

        acknowledgements.get(0).completeExceptionally(new TransientFailure("away", null));

        assertThat(new String(failed.join(), StandardCharsets.UTF_8)).contains("\"refused\"");
        assertThat(sent).containsExactly("k2", "k3");
        assertThat(last).isNotDone();
    }

    /** Several batches share a room for one, two, or five items: all of them end, each in its order. */
    @Test
    void batchesInAFullRoom_allEnd_inTheirOrder() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(3);
        ExecutorService batches = Executors.newFixedThreadPool(4);
        try {
            for (int places : new int[] {1, 2, 5}) {
                sent.clear();
                Workroom room = new Workroom(places * WEIGHT);
                List<CompletableFuture<Void>> ended = IntStream.range(0, 4)
                        .mapToObj(batch -> CompletableFuture.supplyAsync(() -> all(batch, room, readers), batches)
                                .thenCompose(lines -> lines))
                        .toList();
                CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);

                for (int batch = 0; batch < 4; batch++) {
                    String prefix = "b" + batch + "-";
                    assertThat(sent.stream().filter(key -> key.startsWith(prefix)))
                            .containsExactlyElementsOf(IntStream.range(0, 200)
                                    .mapToObj(i -> prefix + i)
                                    .toList());
                }
            }
        } finally {
            readers.shutdownNow();
            batches.shutdownNow();
        }
    }

    private CompletableFuture<Void> all(int batch, Workroom room, Executor readers) {
        ItemWork work = work(room, readers, true);
        return CompletableFuture.allOf(IntStream.range(0, 200)
                .mapToObj(i -> work.result(i + 1, item("b" + batch + "-" + i)).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** A line of exactly {@value #ITEM} bytes. */
    private static Item item(String key) {
        String line = "{\"key\":\"" + key + "\",\"html\":\"x\"}";
        return new Item.Line((line + " ".repeat(ITEM - line.length())).getBytes(StandardCharsets.UTF_8));
    }

    private ItemWork work(Workroom room, Executor threads, boolean acknowledged) {
        return new ItemWork(
                new ItemReading(new Understanding(new Rules()), null, false),
                room,
                article -> published(article, acknowledged),
                new SubmissionMetrics(new SimpleMeterRegistry()),
                new BatchCount(new Refusals(Clock.systemUTC())),
                threads,
                1_000,
                false);
    }

    private Uni<Void> published(Article article, boolean acknowledged) {
        sent.add(article.key());
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        if (acknowledged) {
            acknowledgement.completeAsync(() -> null);
        } else {
            acknowledgements.add(acknowledgement);
        }
        return Uni.createFrom().completionStage(acknowledgement);
    }

    private record Rules() implements SubmissionConfig {

        @Override
        public ZoneId defaultZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Map<String, ZoneId> zones() {
            return Map.of();
        }

        @Override
        public long maxBytes() {
            return 1_000;
        }

        @Override
        public int requestsInFlight() {
            return 1;
        }

        @Override
        public long bytesInFlight() {
            return 1_000;
        }

        @Override
        public Duration uploadDeadline() {
            return Duration.ofSeconds(1);
        }
    }
}
