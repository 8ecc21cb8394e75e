package dev.periodical.media.frontier;

import dev.periodical.events.FailureReason;
import java.util.List;

/**
 * A picture whose turn it is.
 *
 * @param host the host whose lease covers it
 * @param rung where on its ladder to go on
 * @param round how often the whole ladder was climbed in vain
 * @param failure what came of this round's rungs so far, null at its beginning
 */
public record ClaimedPicture(
        String ref,
        String url,
        List<String> alternatives,
        String page,
        String traceparent,
        String host,
        int rung,
        int round,
        RoundFailure failure) {

    static ClaimedPicture of(PictureRow row) {
        return new ClaimedPicture(
                row.ref,
                row.url,
                List.of(row.alternatives),
                row.page,
                row.traceparent,
                row.host,
                row.rung,
                row.round,
                row.reason == null || row.rung == 0
                        ? null
                        : new RoundFailure(row.origin, FailureReason.ofCode(row.reason), row.detail, row.mayHeal));
    }
}
