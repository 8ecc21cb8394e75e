package dev.periodical.content.article;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.periodical.events.Envelope;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import java.time.Instant;

/** A row of {@code picture} as an event says it; the components are its columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PictureFact(
        String ref,
        Instant eventTime,
        String eventId,
        String state,
        String mediaId,
        String contentType,
        Long size,
        Integer width,
        Integer height,
        String blurHash,
        String origin,
        String reason,
        String detail) {

    static PictureFact stored(Envelope envelope, MediaStored stored) {
        PictureState state = stored.suspect() == null ? PictureState.STORED : PictureState.SUSPECT;
        return new PictureFact(
                stored.ref(),
                envelope.time(),
                envelope.id(),
                state.code(),
                stored.mediaId(),
                stored.contentType(),
                stored.size(),
                stored.width(),
                stored.height(),
                stored.blurHash(),
                stored.origin(),
                stored.suspect() == null ? null : stored.suspect().code(),
                null);
    }

    static PictureFact failed(Envelope envelope, MediaFailed failed) {
        boolean refused = failed.reason().kind() == FailureReason.Kind.REFUSED;
        return new PictureFact(
                failed.ref(),
                envelope.time(),
                envelope.id(),
                (refused ? PictureState.REFUSED : PictureState.FAILED).code(),
                null,
                null,
                null,
                null,
                null,
                null,
                failed.origin(),
                failed.reason().code(),
                failed.detail());
    }
}
