package dev.periodical.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.kafka.Decoded;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.Received;
import dev.periodical.events.kafka.Sample;
import dev.periodical.media.frontier.ArticleUse;
import dev.periodical.media.frontier.PlannedPicture;
import dev.periodical.media.unwrap.Unwrapper;
import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.GuardPolicy;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service as a consumer: what the contract's samples mean to the frontier. */
class PlanningTest {

    private final Planning planning = new Planning(new Ladder(Unwrapper.standard(), new Guard(GuardPolicy.standard())));

    @ParameterizedTest
    @ValueSource(strings = {Sample.ARTICLE_INGESTED, Sample.ARTICLE_INGESTED_UNKNOWN_FIELD})
    void ingestedArticle_putsEachPicture_underItsOriginsHost(String name) {
        // When
        ArticleUse use = planning.use(received(name));

        // Then
        assertThat(use.articleId()).isEqualTo(Sample.read(name).key());
        assertThat(use.eventTime()).isEqualTo(Instant.parse("2022-04-05T11:25:30.123456Z"));
        assertThat(use.pictures()).hasSize(3).allSatisfy(picture -> {
            assertThat(picture.host()).isEqualTo("static.pictures.example.com");
            assertThat(picture.url()).startsWith("https://cors.reader.workers.dev/?http://static");
            assertThat(picture.page()).isNull();
            assertThat(picture.traceparent())
                    .isEqualTo(Sample.read(name).headers().get("traceparent"));
        });
        assertThat(use.pictures())
                .extracting(PlannedPicture::ref)
                .contains(Sample.read(Sample.MEDIA_STORED).key())
                .contains(Sample.read(Sample.MEDIA_FAILED).key());
    }

    @Test
    void withdrawnArticle_showsNothing() {
        // When
        ArticleUse use = planning.use(received(Sample.ARTICLE_WITHDRAWN));

        // Then
        assertThat(use.articleId())
                .isEqualTo(Sample.read(Sample.ARTICLE_INGESTED).key());
        assertThat(use.pictures()).isEmpty();
    }

    @Test
    void unknownType_isPassedOver() {
        // When
        Decoded decoded = EventCodec.decode(Sample.read(Sample.UNKNOWN_TYPE).record());

        // Then
        assertThat(decoded).isEqualTo(new Decoded.UnknownType("dev.periodical.article.translated.v1"));
    }

    private static Received received(String name) {
        ConsumerRecord<String, byte[]> record = Sample.read(name).record();
        return new Received(((Decoded.Known) EventCodec.decode(record)).envelope(), record);
    }
}
