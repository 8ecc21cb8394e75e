package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.ArticleIngested;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** This service as a producer: what it says is what the contract's samples show. */
class EventContractTest {

    private static final String SOURCE = "/periodical/ingest";

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));

    @Test
    void document_becomesTheSample() throws IOException {
        // When
        Reading reading = reader.read(new Submission(document(), null, null, null, null, false));
        ArticleIngested event = new ArticleIngested(((Reading.Read) reading).article());

        // Then
        assertThat(said(event)).isEqualTo(Sample.read(Sample.ARTICLE_INGESTED).timeless());
    }

    @Test
    void withdrawal_isTheTombstoneOfTheSample() {
        // Given
        Sample sample = Sample.read(Sample.ARTICLE_WITHDRAWN);

        // When
        Sample said = said(new ArticleWithdrawn(sample.key()));

        // Then
        assertThat(said).isEqualTo(sample.timeless());
    }

    private static Sample said(Event event) {
        Envelope envelope = new Envelope("any", SOURCE, Instant.EPOCH, event);
        return Sample.of(EventCodec.encode(envelope)).timeless();
    }

    private static String document() throws IOException {
        try (InputStream file = EventContractTest.class.getResourceAsStream("/harbour-lights.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
