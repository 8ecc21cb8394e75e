package dev.periodical.media.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * One line of a collection's answer: an object, or the last line with the totals.
 *
 * @param object its name in the bucket
 * @param mediaId whose bytes it holds or is derived of
 * @param fate what becomes of it
 * @param unusedSince when it was marked; null where that is now
 * @param totals in the last line alone: objects and bytes by fate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        String object, String mediaId, Long bytes, String fate, Instant unusedSince, Map<String, Totals.Sum> totals) {

    static Line of(String object, String mediaId, long bytes, Fate fate, Instant unusedSince) {
        return new Line(object, mediaId, bytes, fate.code(), unusedSince, null);
    }

    static Line last(Totals totals) {
        return new Line(null, null, null, null, null, totals.byFate());
    }
}
