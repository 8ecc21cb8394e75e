package dev.periodical.media.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import dev.periodical.events.FailureReason;
import dev.periodical.events.ImageRef;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.Sample;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** This service as a producer: what it says is what the contract's samples show. */
class EventContractTest {

    private static final String SOURCE = "/periodical/media";
    private static final String FOLDER = "http://static.pictures.example.com/post/2022/04/05/";
    private static final String PROXY = "https://cors.reader.workers.dev/?";

    @Test
    void keptPicture_becomesTheSample() {
        // Given
        String url = PROXY + FOLDER + "lighthouse.png";
        String mediaId = "b370de14e94142d4a108a79df6d0e265a0ba3fa2e10f57c4b3a892b74c9f84aa";

        // When
        Sample said = said(new MediaStored(
                ImageRef.of(url), url, FOLDER + "lighthouse.png", mediaId, "image/png", 184_203, 640, 480, null, null));

        // Then
        assertThat(said).isEqualTo(Sample.read(Sample.MEDIA_STORED).timeless());
    }

    @Test
    void pictureThatCannotBeHad_becomesTheSample() {
        // Given
        String url = PROXY + FOLDER + "boats.gif";

        // When
        Sample said = said(new MediaFailed(
                ImageRef.of(url),
                url,
                FOLDER + "boats.gif",
                FailureReason.NOT_FOUND,
                "404 from static.pictures.example.com"));

        // Then
        assertThat(said).isEqualTo(Sample.read(Sample.MEDIA_FAILED).timeless());
    }

    private static Sample said(Event event) {
        Envelope envelope = new Envelope("any", SOURCE, Instant.EPOCH, event);
        return Sample.of(EventCodec.encode(envelope)).timeless();
    }
}
