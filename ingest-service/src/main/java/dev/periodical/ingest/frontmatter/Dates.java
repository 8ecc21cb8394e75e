package dev.periodical.ingest.frontmatter;

import dev.periodical.events.StatedDate;
import dev.periodical.events.StatedDate.Confidence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates as people and programs write them into posts; never by the YAML library, whose zone-less dates are UTC.
 *
 * <p>Read are RFC 1123 and RFC 822, ISO 8601 (calendar, week and ordinal dates, basic and extended), the same with
 * slashes, dots or one-digit fields, English and Chinese words, JavaScript's {@code Date.toString}, month before day
 * where the year comes last ({@code 10/28/2021}, as JavaScript reads it), and Unix time in seconds or milliseconds; digits, colons and blanks may be
 * full-width. A date that no calendar has is no date: nothing rolls over. A time which a zone skips is moved
 * on by the length of the gap. Text longer than {@value #LONGEST} characters is no date.
 */
public final class Dates {

    static final int LONGEST = 80;

    private static final List<Pattern> IN_NAME = Stream.of(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?=[-_. ][^/]*$|$)",
                    "((?:19|20)\\d{2})[_.]?(\\d{2})[_.]?(\\d{2})(?=[-_. ][^/]*$|$)",
                    "((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?=/[^/]*$)")
            .map(day -> Pattern.compile("(?<=^|/)" + day))
            .toList();
    private static final Pattern UNIX = Pattern.compile("(\\d{9,10})(?:\\.(\\d{1,3}))?|\\d{13}");
    private static final String WIDE = "０１２３４５６７８９：／，－−\u00A0\u3000\u2009\u202F";
    private static final String NARROW = "0123456789:/,--    ";

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
        if (raw.length() > LONGEST && raw.strip().length() > LONGEST) {
            return new StatedDate(raw, null, Confidence.NONE);
        }
        String text = narrow(raw.strip()).strip();
        try {
            Matcher unix = UNIX.matcher(text);
            return unix.matches() ? new StatedDate(raw, unix(unix), Confidence.STATED_ZONE) : stated(raw, text, zone);
        } catch (DateTimeException impossible) {
            return new StatedDate(raw, null, Confidence.NONE);
        }
    }

    /**
     * The date at the start of a file's name, as in {@code _posts/2015-01-31-title.md} or {@code 20150131.md}, or in the
     * folders that it lies in: {@code 2015/01/31/title.md}.
     *
     * @return null where the name has none
     */
    public static StatedDate fromName(String name, ZoneId zone) {
        for (Pattern form : name == null || name.length() > 1024 ? List.<Pattern>of() : IN_NAME) {
            Matcher day = form.matcher(name);
            if (day.find()) {
                return fromName(day, zone);
            }
        }
        return null;
    }

    private static StatedDate fromName(Matcher day, ZoneId zone) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            return new StatedDate(day.group(), date.atStartOfDay(zone).toInstant(), Confidence.FROM_NAME);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int wide = WIDE.indexOf(text.charAt(i));
            if (wide >= 0) {
                narrow.setCharAt(i, NARROW.charAt(wide));
            }
        }
        return narrow.toString();
    }

    private static Instant unix(Matcher number) {
        if (number.group(1) == null) {
            return Instant.ofEpochMilli(Long.parseLong(number.group()));
        }
        String fraction = number.group(2) == null ? "" : number.group(2);
        return Instant.ofEpochSecond(Long.parseLong(number.group(1)))
                .plusMillis(Long.parseLong((fraction + "000").substring(0, 3)));
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
