package dev.periodical.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.Coordinates;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.Body;
import dev.periodical.events.Envelope;
import dev.periodical.events.Image;
import dev.periodical.events.ImageRef;
import dev.periodical.events.Topics;
import dev.periodical.events.Visibility;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import dev.periodical.local.suite.WatchedOrigin.Visit;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frontier's manners where two media-services, each a process of its own, share it. */
class TwoWorkersIT {

    private static final int HOSTS = 6;
    private static final int PICTURES = 120;
    private static final int PER_HOST = 2;

    @TempDir
    Path folder;

    @Test
    void hostsAreSharedOut_neverAskedByBothOrMoreThanTwice_andADeadWorkersComeBack() throws Exception {
        try (BackingServices backing = BackingServices.start(BackingServices.Options.temporary("media"));
                WatchedOrigin origin = new WatchedOrigin()) {
            Coordinates where = backing.coordinates();
            try (MediaWorker doomed = MediaWorker.start("doomed", where, origin.port(), folder);
                    MediaWorker other = MediaWorker.start("other", where, origin.port(), folder)) {
                await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> planned(where));
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> by(origin, "doomed") >= 10 && by(origin, "other") >= 10);
                doomed.kill9();
                long killed = System.nanoTime();

                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(stored(where)).isEqualTo(PICTURES));

                assertThat(other.alive()).isTrue();
                assertThat(origin.visits())
                        .filteredOn(visit -> visit.to() < killed)
                        .allSatisfy(visit -> mannered(visit, origin.visits(), killed));
                assertThat(origin.visits())
                        .filteredOn(visit -> visit.from() > killed)
                        .allSatisfy(visit -> assertThat(visit.worker()).isEqualTo("other"));
            }
        }
    }

    /** Whoever else was there at the same time: the same worker, and never a third request. */
    private static void mannered(Visit visit, List<Visit> all, long killed) {
        List<Visit> beside = all.stream()
                .filter(other -> other.to() < killed && other.host().equals(visit.host()) && other.overlaps(visit))
                .toList();
        assertThat(beside).extracting(Visit::worker).containsOnly(visit.worker());
        assertThat(beside)
                .filteredOn(other -> other.from() <= visit.from() && visit.from() < other.to())
                .hasSizeLessThanOrEqualTo(PER_HOST);
    }

    private static long by(WatchedOrigin origin, String worker) {
        return origin.visits().stream()
                .filter(visit -> visit.worker().equals(worker))
                .count();
    }

    private static boolean planned(Coordinates where) {
        List<Image> images = IntStream.range(0, PICTURES)
                .mapToObj(n -> "http://h" + n % HOSTS + ".example/" + n + ".png")
                .map(url -> new Image(ImageRef.of(url), url, List.of(), Image.Role.INLINE, null, null, null))
                .toList();
        Article article = new Article(
                UUID.randomUUID().toString(),
                "0".repeat(64),
                null,
                null,
                "An article",
                null,
                null,
                null,
                null,
                null,
                Visibility.PUBLIC,
                null,
                new Body(Body.Kind.HTML, ""),
                "",
                null,
                images);
        try (RecordPublisher records = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", where.kafkaBootstrapServers()),
                List.of(Topics.ARTICLES),
                Duration.ofSeconds(30),
                8L << 20))) {
            records.publish(EventCodec.encode(new Envelope(
                            UUID.randomUUID().toString(),
                            "/periodical/ingest",
                            Instant.now(),
                            new ArticleIngested(article))))
                    .toCompletableFuture()
                    .join();
            return true;
        }
    }

    private static int stored(Coordinates where) throws Exception {
        try (var connection = DriverManager.getConnection(
                        where.jdbcUrl("media"), where.postgresUser(), where.postgresPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from picture where state = 'stored'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
