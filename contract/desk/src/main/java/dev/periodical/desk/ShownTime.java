package dev.periodical.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A moment for people and for programs.
 *
 * @param text in the desk's zone: {@code 03-02 18:48:01}
 * @param machine ISO 8601, from which the script makes the browser's own time
 */
public record ShownTime(String text, String machine) {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    /** @return null for null */
    public static ShownTime of(Instant instant, ZoneId zone) {
        return instant == null ? null : new ShownTime(TEXT.format(instant.atZone(zone)), instant.toString());
    }
}
