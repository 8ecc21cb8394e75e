package dev.periodical.media.frontier;

import dev.periodical.events.FailureReason;
import java.time.Instant;
import java.util.List;

/**
 * A picture whose turn it is.
 *
 * @param host the host whose lease covers it
 * @param rung where on its ladder to go on
 * @param round how often the whole ladder was climbed in vain
 * @param failure what came of this round's rungs so far, null at its beginning
 * @param kept what it is again if nothing better comes, where bytes of it are kept; null else
 * @param triedAt when its ladder was first climbed in vain, null before
 * @param dueAt since when it has been due
 * @param twin an older picture of the same origin that is kept or on its way, null where there is none
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
        RoundFailure failure,
        PictureState kept,
        Instant triedAt,
        Instant dueAt,
        Twin twin) {

    /** The same with suspect bytes kept, unless some were already. */
    public ClaimedPicture suspect() {
        return new ClaimedPicture(
                ref,
                url,
                alternatives,
                page,
                traceparent,
                host,
                rung,
                round,
                failure,
                kept == null ? PictureState.SUSPECT : kept,
                triedAt,
                dueAt,
                twin);
    }

    static ClaimedPicture of(PictureRow row, Twin twin) {
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
                        : new RoundFailure(row.origin, FailureReason.ofCode(row.reason), row.detail, row.mayHeal),
                row.keptState == null
                        ? null
                        : PictureState.ofCode(row.keptState).orElseThrow(),
                row.triedAt,
                row.dueAt,
                twin);
    }
}
