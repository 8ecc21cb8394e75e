package dev.periodical.content.article;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list of articles: right behind this one, in that order. To callers it is an opaque text.
 *
 * @param rank how well it was found; 0 in lists by time
 * @param time its time in that order
 */
public record Place(ArticleOrder order, float rank, Instant time, UUID id) {

    private static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+294276-01-01T00:00:00Z");

    public String text() {
        String parts = String.join(" ", order.code(), Float.toString(rank), time.toString(), id.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a caller gave back; nothing where the text is none of ours. */
    public static Optional<Place> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            if (parts.length != 4) {
                return Optional.empty();
            }
            Instant time = Instant.parse(parts[2]);
            float rank = Float.parseFloat(parts[1]);
            boolean possible = Float.isFinite(rank) && !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
            return ArticleOrder.ofCode(parts[0])
                    .filter(order -> possible)
                    .map(order -> new Place(order, rank, time, UUID.fromString(parts[3])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
