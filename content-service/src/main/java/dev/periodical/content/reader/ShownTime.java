package dev.periodical.content.reader;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A moment for people and for programs.
 *
 * @param text in the reader's zone: {@code 2022-03-02 18:48}
 * @param machine ISO 8601, for {@code <time datetime>}
 */
record ShownTime(String text, String machine) {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    static ShownTime of(Instant instant, ZoneId zone) {
        return instant == null ? null : new ShownTime(TEXT.format(instant.atZone(zone)), instant.toString());
    }
}
