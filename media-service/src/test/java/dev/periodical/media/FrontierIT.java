package dev.periodical.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.FailureReason;
import dev.periodical.events.ImageRef;
import dev.periodical.events.MediaFailed;
import dev.periodical.media.frontier.ArticleUse;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.Frontier;
import dev.periodical.media.frontier.HostClaim;
import dev.periodical.media.frontier.Plan;
import dev.periodical.media.frontier.PlannedPicture;
import dev.periodical.media.frontier.RoundFailure;
import dev.periodical.media.frontier.Settlement;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FrontierProfile.class)
class FrontierIT {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final RoundFailure BROKEN = RoundFailure.first("http://a/1", FailureReason.SERVER_ERROR, "HTTP 500");

    @Inject
    Frontier frontier;

    @Inject
    Plan plan;

    @Inject
    Settlement settlement;

    @Inject
    DataSource database;

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate picture, host, attempt, article_use");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void host_isNeverHeldByTwoWorkers(long seed) {
        IntStream.range(0, 12).forEach(host -> plan("host-" + host, 5));
        Map<String, String> holders = new ConcurrentHashMap<>();
        Map<String, Integer> turns = new ConcurrentHashMap<>();

        var workers = IntStream.range(0, 5)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    var random = new Random(seed * 31 + number);
                    var worker = "worker-" + number;
                    while (turns.size() < 60) {
                        for (var claim : claim(worker, 1 + random.nextInt(3), 1 + random.nextInt(3))) {
                            assertThat(holders.putIfAbsent(claim.host(), worker))
                                    .isNull();
                            claim.pictures().forEach(picture -> turns.merge(fail(picture), 1, Integer::sum));
                            holders.remove(claim.host());
                            done(frontier.release(worker, claim.host(), Duration.ZERO));
                        }
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(workers)
                .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                .join();

        assertThat(turns)
                .hasSize(60)
                .allSatisfy((ref, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void deadWorkersHosts_returnWhenItsLeaseRunsOut() {
        var ref = plan("a.example", 1).get(0);
        done(frontier.claim("dead", 5, 5, 5, Duration.ofMillis(800)));

        assertThat(claim("next", 5, 5)).isEmpty();
        var claims = await().atMost(Duration.ofSeconds(10)).until(() -> claim("next", 5, 5), found -> !found.isEmpty());
        assertThat(claims.get(0).pictures()).extracting(ClaimedPicture::ref).containsExactly(ref);
    }

    @Test
    void renewedLease_isKeptByItsOwnerAlone() throws SQLException {
        plan("a.example", 1);
        done(frontier.claim("worker", 5, 5, 5, Duration.ofSeconds(1)));

        done(frontier.renew("another", List.of("a.example"), LEASE));
        assertThat(seconds("select extract(epoch from leased_until - now()) from host"))
                .isLessThan(2);

        done(frontier.renew("worker", List.of("a.example"), LEASE));
        assertThat(seconds("select extract(epoch from leased_until - now()) from host"))
                .isGreaterThan(10);
    }

    @Test
    void releaseByWhoDoesNotHoldIt_changesNothing() {
        plan("a.example", 1);
        claim("worker", 5, 5);

        done(frontier.release("another", "a.example", Duration.ZERO));

        assertThat(claim("next", 5, 5)).isEmpty();
    }

    @Test
    void releasedHost_isDueWithItsEarliestPicture() throws SQLException {
        plan("a.example", 2);
        var pictures = claim("worker", 5, 5).get(0).pictures();
        fail(pictures.get(0));
        done(settlement.later(pictures.get(1).ref(), "a.example", 0, 1, BROKEN, Duration.ofHours(1), List.of()));

        done(frontier.release("worker", "a.example", Duration.ZERO));

        assertThat(seconds("select extract(epoch from due_at - now()) from host"))
                .isBetween(3500.0, 3600.0);
        assertThat(claim("worker", 5, 5)).isEmpty();
    }

    @Test
    void hostWithNothingWaiting_isNeverDue() throws SQLException {
        plan("a.example", 1);
        claim("worker", 5, 5).get(0).pictures().forEach(this::fail);

        done(frontier.release("worker", "a.example", Duration.ZERO));

        assertThat(seconds("select case when due_at = 'infinity' then 1 else 0 end from host"))
                .isEqualTo(1);
    }

    @Test
    void spacing_leavesTheHostAlone() {
        plan("a.example", 2);
        claim("worker", 5, 1);

        done(frontier.release("worker", "a.example", Duration.ofMillis(800)));

        assertThat(claim("worker", 5, 1)).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !claim("worker", 5, 1).isEmpty());
    }

    @Test
    void hostInSomebodysHands_isPassedOver() throws SQLException {
        plan("slow.example", 1);
        plan("quick.example", 1);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select name from host where name = 'slow.example' for update");

            assertThat(claim("worker", 5, 5)).extracting(HostClaim::host).containsExactly("quick.example");
            connection.rollback();
        }
        assertThat(claim("worker", 5, 5)).extracting(HostClaim::host).containsExactly("slow.example");
    }

    @Test
    void pictureOfAnotherRung_goesOnInThatHostsQueue() {
        var ref = plan("a.example", 1).get(0);
        claim("worker", 5, 5);

        done(settlement.later(ref, "b.example", 2, 0, BROKEN, Duration.ZERO, List.of()));
        done(frontier.release("worker", "a.example", Duration.ZERO));

        var claims = claim("worker", 5, 5);
        assertThat(claims).extracting(HostClaim::host).containsExactly("b.example");
        assertThat(claims.get(0).pictures().get(0).rung()).isEqualTo(2);
        assertThat(claims.get(0).pictures().get(0).failure()).isEqualTo(BROKEN);
    }

    @Test
    void newRound_startsWithoutTheLastOnesFailure() {
        var ref = plan("a.example", 1).get(0);
        claim("worker", 5, 5);

        done(settlement.later(ref, "a.example", 0, 1, BROKEN, Duration.ZERO, List.of()));
        done(frontier.release("worker", "a.example", Duration.ZERO));

        var picture = claim("worker", 5, 5).get(0).pictures().get(0);
        assertThat(picture.round()).isEqualTo(1);
        assertThat(picture.failure()).isNull();
    }

    @Test
    void planThatRacesARelease_isNotLost() {
        for (int round = 0; round < 25; round++) {
            var host = "raced-" + round;
            plan(host, 1);
            claim("worker", 5, 5).get(0).pictures().forEach(this::fail);

            var planned = CompletableFuture.supplyAsync(() -> plan(host, 1).get(0));
            done(frontier.release("worker", host, Duration.ZERO));

            var ref = planned.join();
            assertThat(claim("worker", 5, 5))
                    .as(host)
                    .flatExtracting(HostClaim::pictures)
                    .extracting("ref")
                    .contains(ref);
        }
    }

    @Test
    void pictureThatIsPlannedAgain_staysAsItIs() {
        var use = use("a.example", "http://a.example/1");
        done(plan.add(List.of(use)));
        fail(claim("worker", 5, 5).get(0).pictures().get(0));
        done(frontier.release("worker", "a.example", Duration.ZERO));

        done(plan.add(List.of(use, use)));

        assertThat(claim("worker", 5, 5)).flatExtracting(HostClaim::pictures).isEmpty();
    }

    private List<String> plan(String host, int pictures) {
        var urls = IntStream.range(0, pictures)
                .mapToObj(i -> "http://" + host + "/" + UUID.randomUUID())
                .toArray(String[]::new);
        done(plan.add(List.of(use(host, urls))));
        return Arrays.stream(urls).map(ImageRef::of).toList();
    }

    private static ArticleUse use(String host, String... urls) {
        var pictures = Arrays.stream(urls)
                .map(url -> new PlannedPicture(ImageRef.of(url), url, List.of(), null, host, null, null))
                .toList();
        return new ArticleUse(UUID.randomUUID().toString(), Instant.now(), "event", pictures);
    }

    private List<HostClaim> claim(String worker, int hosts, int each) {
        return done(frontier.claim(worker, hosts, hosts, each, LEASE));
    }

    private String fail(ClaimedPicture picture) {
        done(settlement.failed(
                new MediaFailed(picture.ref(), picture.url(), picture.url(), FailureReason.NOT_FOUND, null),
                List.of()));
        return picture.ref();
    }

    private double seconds(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
