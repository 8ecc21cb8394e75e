package dev.periodical.media.frontier;

import dev.periodical.events.FailureReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pictures are meant.
 *
 * @param states those in one of these; empty for all
 * @param host those of this host, null for all
 * @param reason those that failed, or are suspect, for this reason; null for all
 * @param since those settled, or planned where they are not settled, at this time or later; null for all
 */
public record PictureFilter(Set<PictureState> states, String host, FailureReason reason, Instant since) {

    String sql() {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        if (!states.isEmpty()) {
            all.add("state in ("
                    + states.stream()
                            .map(state -> "'" + state.code() + "'")
                            .sorted()
                            .collect(Collectors.joining(", ")) + ")");
        }
        if (host != null) {
            all.add("host = :host");
        }
        if (reason != null) {
            all.add("reason = :reason");
        }
        if (since != null) {
            all.add("coalesce(settled_at, planned_at) >= :since");
        }
        return String.join(" and ", all);
    }

    Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (host != null) {
            values.put("host", host);
        }
        if (reason != null) {
            values.put("reason", reason.code());
        }
        if (since != null) {
            values.put("since", since);
        }
        return values;
    }
}
