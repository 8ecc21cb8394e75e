package dev.periodical.media.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.periodical.events.FailureReason;
import java.time.Instant;
import java.util.List;

/**
 * A picture and what became of it.
 *
 * @param state {@code waiting}, {@code stored}, {@code suspect}, {@code failed} or {@code refused}
 * @param host the host whose turn it is; once settled, the one that its ladder begins with
 * @param dueAt when it is tried next; null once settled
 * @param reason the last failure, or why it is suspect
 * @param attempts everything that was tried; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictureView(
        String ref,
        String url,
        String state,
        String host,
        Instant plannedAt,
        Instant dueAt,
        Instant settledAt,
        String mediaId,
        String contentType,
        Long size,
        Integer width,
        Integer height,
        String blurHash,
        String origin,
        String reason,
        String detail,
        List<Attempt> attempts) {

    static PictureView of(PictureRow row, List<AttemptRow> attempts) {
        boolean waiting = PictureState.WAITING.code().equals(row.state);
        return new PictureView(
                row.ref,
                row.url,
                row.state,
                row.host,
                row.plannedAt,
                waiting ? row.dueAt : null,
                row.settledAt,
                row.mediaId,
                row.contentType,
                row.size,
                row.width,
                row.height,
                row.blurHash,
                row.origin,
                row.reason,
                row.detail,
                attempts == null
                        ? null
                        : attempts.stream().map(PictureView::attempt).toList());
    }

    private static Attempt attempt(AttemptRow row) {
        return new Attempt(
                row.at,
                row.url,
                row.referer,
                row.address,
                row.status,
                row.reason == null ? null : FailureReason.ofCode(row.reason),
                row.detail,
                row.bytes,
                row.millis);
    }
}
