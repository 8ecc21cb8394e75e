package dev.periodical.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    static Stream<Topic> sources() {
        return Stream.of(Topics.ARTICLES, Topics.MEDIA);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void deadLetters_takeTheLargestRecord_withTheReasonBesides(Topic source) {
        // When
        Topic deadLetters = Topics.deadLetters(source, "content");

        // Then
        int room = largest(deadLetters) - largest(source);
        assertThat(deadLetters.name()).isEqualTo(source.name() + ".content.dlt");
        assertThat(room).isGreaterThanOrEqualTo(64 * 1024);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void tombstones_outliveTheLongestAbsence_asDeadLettersDo(Topic source) {
        assertThat(source.config().get(TopicConfig.DELETE_RETENTION_MS_CONFIG))
                .isEqualTo(Topics.deadLetters(source, "content").config().get(TopicConfig.RETENTION_MS_CONFIG));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatIsPutBack_isKnownLongerThanTheLetterLies(Topic source) {
        Topic letters = Topics.deadLetters(source, "media");
        Topic requeued = Topics.requeued(source, "media");

        assertThat(requeued.name()).isEqualTo(source.name() + ".media.requeue");
        assertThat(largest(requeued)).isEqualTo(largest(letters));
        assertThat(retention(requeued))
                .isGreaterThan(retention(letters) + Duration.ofDays(7).toMillis());
    }

    private static long retention(Topic topic) {
        return Long.parseLong(topic.config().get(TopicConfig.RETENTION_MS_CONFIG));
    }

    private static int largest(Topic topic) {
        return Integer.parseInt(topic.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
    }
}
