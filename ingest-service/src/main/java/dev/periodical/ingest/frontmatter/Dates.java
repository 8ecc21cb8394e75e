package dev.periodical.ingest.frontmatter;

import dev.periodical.events.StatedDate;
import dev.periodical.events.StatedDate.Confidence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people and programs write them into posts; never by the YAML library, whose zone-less dates are UTC.
 *
 * <p>Read are RFC 1123 and RFC 822, ISO 8601 (calendar, week and ordinal dates, basic and extended), the same with
 * slashes, dots or one-digit fields, English and Chinese words, JavaScript's {@code Date.toString}, and Unix time in
 * seconds or milliseconds. A date that no calendar has is no date: nothing rolls over. A time which a zone skips is moved
 * on by the length of the gap. Text longer than {@value #LONGEST} characters is no date.
 */
public final class Dates {

    static final int LONGEST = 80;

    private static final Pattern IN_NAME = Pattern.compile("(?:^|/)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?=[-_. ][^/]*$)");
    private static final Pattern UNIX = Pattern.compile("\\d{10}|\\d{13}");

    private Dates() {}

    /**
     * Reads a date.
     *
     * @param raw the text as written
     * @param zone where a date without zone is meant
     * @return null where there is no text; else the text with its instant, or without one where it names none
     */
    public static StatedDate read(String raw, ZoneId zone) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String text = raw.strip();
        if (text.length() > LONGEST) {
            return new StatedDate(raw, null, Confidence.NONE);
        }
        try {
            if (UNIX.matcher(text).matches()) {
                long number = Long.parseLong(text);
                Instant instant = text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
                return new StatedDate(raw, instant, Confidence.STATED_ZONE);
            }
            return stated(raw, text, zone);
        } catch (DateTimeException impossible) {
            return new StatedDate(raw, null, Confidence.NONE);
        }
    }

    /**
     * The date at the start of a file's name, as in {@code _posts/2015-01-31-title.md}.
     *
     * @return null where the name has none
     */
    public static StatedDate fromName(String name, ZoneId zone) {
        Matcher day = name == null || name.length() > 1024 ? null : IN_NAME.matcher(name);
        if (day == null || !day.find()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            return new StatedDate(
                    day.group().replace("/", ""), date.atStartOfDay(zone).toInstant(), Confidence.FROM_NAME);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static StatedDate stated(String raw, String text, ZoneId zone) {
        for (DateForm form : DateForm.ALL) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                return stated(raw, matcher, form.day(matcher), zone);
            }
        }
        return new StatedDate(raw, null, Confidence.NONE);
    }

    private static StatedDate stated(String raw, Matcher parts, LocalDate day, ZoneId zone) {
        if (parts.group("hour") == null) {
            return new StatedDate(raw, day.atStartOfDay(zone).toInstant(), Confidence.DATE_ONLY);
        }
        LocalDateTime time = DateForm.time(parts, day);
        ZoneId stated = Zones.of(parts.group("zone"));
        return stated == null
                ? new StatedDate(raw, time.atZone(zone).toInstant(), Confidence.ASSUMED_ZONE)
                : new StatedDate(raw, time.atZone(stated).toInstant(), Confidence.STATED_ZONE);
    }
}
