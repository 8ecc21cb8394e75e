package dev.periodical.deadletters;

import static dev.periodical.deadletters.Desk.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.periodical.backing.BackingServices;
import dev.periodical.deadletters.DeadLetterView.State;
import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A consumer's dead letters on a real broker: found, and put back for it alone. */
class DeadLettersIT {

    private static BackingServices backing;

    private final List<Desk> desks = new ArrayList<>();
    private Topic topic;
    private Desk desk;

    @BeforeAll
    static void startBroker() {
        backing = BackingServices.start(BackingServices.Options.temporary());
    }

    @AfterAll
    static void stopBroker() {
        backing.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        topic = Desk.topic(test.getTestMethod().orElseThrow().getName());
        desk = desk("content");
    }

    @AfterEach
    void close() {
        desks.forEach(Desk::close);
    }

    private Desk desk(String consumer) {
        Desk opened = new Desk(backing.coordinates().kafkaBootstrapServers(), consumer, topic);
        desks.add(opened);
        return opened;
    }

    @Test
    void letters_areTold_withReasonAndOrigin() {
        // Given
        Instant began = Instant.now();
        desk.send(new ProducerRecord<>(topic.name(), 1, 1_650_000_000_000L, "k", "no event".getBytes()));

        // When
        DeadLetterView letter = desk.awaitLetters(1).get(0);

        // Then
        assertThat(letter.topic()).isEqualTo(topic.name() + ".content.dlt");
        assertThat(letter.key()).isEqualTo("k");
        assertThat(letter.reason()).startsWith("not a CloudEvent in binary mode");
        assertThat(letter.when()).isBetween(began.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(letter.original())
                .isEqualTo(new DeadLetterView.Original(topic.name(), 1, 0L, Instant.ofEpochMilli(1_650_000_000_000L)));
        assertThat(letter.size()).isEqualTo(8);
        assertThat(letter.state()).isEqualTo(State.WAITING);
    }

    @Test
    void pages_goThroughAll_theLatestFirst() {
        // Given
        String[] refs = IntStream.range(0, 45).mapToObj(i -> "r" + i).toArray(String[]::new);
        List.of(refs).forEach(ref -> desk.refuse(ref, "refused"));
        desk.say(topic, refs);
        desk.awaitLetters(45);

        // When
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Place after = null;
        do {
            Page<DeadLetterView> page =
                    desk.letters.page(LetterFilter.all(), after, 20).await().atMost(PATIENCE);
            page.items().forEach(letter -> seen.add(letter.key()));
            sizes.add(page.items().size());
            after = Place.parse("after", page.next());
        } while (after != null);

        // Then
        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 45).mapToObj(i -> "r" + (44 - i)).toList());
    }

    @Test
    void requeue_givesTheRecordAsItCame_toThatConsumerAlone() {
        // Given
        Desk other = desk("media");
        desk.refuse("a", "no schema for it yet");
        desk.say(topic, "a", "b");
        desk.awaitLetters(1);
        await().atMost(PATIENCE).until(() -> other.refs().equals(List.of("a", "b")));
        ConsumerRecord<String, byte[]> first = other.taken.get(0).record();

        // When
        desk.refused.clear();
        assertThat(desk.requeue(LetterFilter.all())).isEqualTo(new Requeued(1, false));
        await().atMost(PATIENCE).until(() -> desk.refs().contains("a"));

        // Then
        ConsumerRecord<String, byte[]> again = desk.taken.get(1).record();
        assertThat(again.topic()).isEqualTo(first.topic());
        assertThat(again.partition()).isEqualTo(first.partition());
        assertThat(again.offset()).isEqualTo(first.offset());
        assertThat(again.timestamp()).isEqualTo(first.timestamp());
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.headers().toArray()).containsExactly(first.headers().toArray());
        assertThat(desk.list(LetterFilter.all()))
                .extracting(DeadLetterView::state)
                .containsExactly(State.REQUEUED);
        desk.say(topic, "c");
        await().atMost(PATIENCE).until(() -> other.refs().contains("c"));
        assertThat(other.refs()).containsExactly("a", "b", "c");
        assertThat(desk.count("received")).isEqualTo(desk.count("handled") + desk.count("dead.lettered"));
    }

    @Test
    void requeueThatFailsAgain_isOneMoreLetter_ofTheSameOrigin() {
        // Given
        desk.refuse("a", "never");
        desk.say(topic, "a");
        DeadLetterView first = desk.awaitLetters(1).get(0);

        // When
        assertThat(desk.requeue(LetterFilter.all()).requeued()).isOne();
        List<DeadLetterView> both = desk.awaitLetters(2);
        desk.refuse("b", "never");
        desk.say(topic, "b");
        desk.awaitLetters(3);

        // Then
        assertThat(both).extracting(DeadLetterView::state).containsExactly(State.WAITING, State.REQUEUED);
        assertThat(both.get(0).original()).isEqualTo(first.original());
        assertThat(both.get(0).reason()).isEqualTo(first.reason());
        assertThat(desk.count("received"))
                .isEqualTo(desk.count("dead.lettered"))
                .isEqualTo(3);
    }

    @Test
    void letterThatWasPutBack_isNotPutBackAgain_byAnyReplica() {
        // Given
        desk.refuse("a", "never");
        desk.say(topic, "a");
        DeadLetterView letter = desk.awaitLetters(1).get(0);

        // When
        Requeued once = desk.letters.requeue(letter.place()).await().atMost(PATIENCE);
        desk.awaitLetters(2);
        DeadLetters replica = new DeadLetters(desk.subscription);
        Requeued twice = replica.requeue(letter.place()).await().atMost(PATIENCE);
        List<DeadLetterView> seen = replica.page(LetterFilter.all(), null, 10)
                .await()
                .atMost(PATIENCE)
                .items();
        replica.stop();

        // Then
        assertThat(once.requeued()).isOne();
        assertThat(twice.requeued()).isZero();
        assertThat(seen).extracting(DeadLetterView::state).containsExactly(State.WAITING, State.REQUEUED);
    }

    @Test
    void twoPressesAtOnce_putALetterBackOnce() {
        // Given
        desk.refuse("a", "never");
        desk.say(topic, "a");
        LetterFilter first = new LetterFilter(
                null, null, null, desk.awaitLetters(1).get(0).when().plusMillis(1), null);

        // When
        var presses = List.of(
                desk.letters.requeue(first).subscribeAsCompletionStage(),
                desk.letters.requeue(first).subscribeAsCompletionStage());

        // Then
        assertThat(presses.stream().mapToLong(press -> press.join().requeued()).sum())
                .isOne();
    }

    @Test
    void filters_nameWhatIsMeant() {
        // Given
        desk.refuse("a", "one reason, and more");
        desk.refuse("b", "another");
        desk.say(topic, "a", "b");
        Instant bs = desk.awaitLetters(2).get(0).when();

        // Then
        String one = "IllegalArgumentException: one reason";
        assertThat(desk.list(new LetterFilter(null, one, null, null, null)))
                .extracting(DeadLetterView::key)
                .containsExactly("a");
        assertThat(desk.list(new LetterFilter(topic.name(), null, bs.plusMillis(1), null, null)))
                .isEmpty();
        assertThat(desk.list(new LetterFilter(null, null, null, bs.plusMillis(1), null)))
                .hasSize(2);
        assertThat(desk.list(new LetterFilter("elsewhere", null, null, null, null)))
                .isEmpty();
        assertThat(desk.requeue(new LetterFilter(null, one, null, null, null)).requeued())
                .isOne();
        assertThat(desk.list(new LetterFilter(null, null, null, null, State.REQUEUED)))
                .extracting(DeadLetterView::key)
                .containsExactly("a");
    }

    @Test
    void overview_countsWhatWaits_byReason() {
        // Given
        desk.refuse("a", "x");
        desk.refuse("b", "x");
        desk.refuse("c", "y");
        desk.say(topic, "a", "b", "c");
        List<DeadLetterView> all = desk.awaitLetters(3);
        desk.refused.clear();
        desk.letters.requeue(all.get(0).place()).await().atMost(PATIENCE);

        // When
        TopicOverview overview =
                desk.letters.overview(100, 1).await().atMost(PATIENCE).get(0);

        // Then
        assertThat(overview.letters()).isEqualTo(3);
        assertThat(overview.waiting()).isEqualTo(2);
        assertThat(overview.reasons()).containsExactly(new TopicOverview.ReasonCount("IllegalArgumentException: x", 2));
        assertThat(overview.latest()).extracting(DeadLetterView::key).containsExactly("b");
    }

    @Test
    void largestRecord_canBePutBack() {
        // Given
        byte[] value = new byte[Topics.MAX_RECORD_BYTES - 100];
        desk.send(new ProducerRecord<>(topic.name(), 0, "k", value));
        desk.awaitLetters(1);

        // When
        assertThat(desk.requeue(LetterFilter.all()).requeued()).isOne();

        // Then
        assertThat(desk.awaitLetters(2)).extracting(DeadLetterView::size).containsOnly((long) value.length);
    }

    @Test
    void brokerAway_isSaidSoon() {
        // Given
        desk.refuse("a", "never");
        desk.say(topic, "a");
        desk.awaitLetters(1);

        // When
        backing.stop("kafka");
        long began = System.nanoTime();

        // Then
        assertThatThrownBy(() -> desk.list(LetterFilter.all())).isInstanceOf(TransientFailure.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
        backing.start("kafka");
        desk.awaitLetters(1);
    }
}
