package dev.periodical.ingest.frontmatter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a date. Its pattern names its groups: the day's parts, then {@code hour}, {@code minute},
 * {@code second}, {@code fraction}, {@code half} and {@code zone}, each perhaps absent.
 */
record DateForm(Pattern pattern) {

    private static final String ZONE =
            "(?<zone>[Zz]|[A-Za-z]{2,15}(?:/[A-Za-z_-]{2,30}){1,2}|[A-Za-z]{2,5}(?:[+-]\\d{1,2}(?::?\\d{2})?)?"
                    + "|[+-]\\d{1,2}(?::?\\d{2})?)";
    private static final String PART = "上午|下午|晚上|凌晨|中午|早上|傍晚";
    /** After a T the minutes may be missing, and the last part may have a fraction (ISO 8601-1, 5.3.1). */
    private static final String CLOCK = "(?:(?<part>" + PART + ")\\s*)?(?<hour>\\d{1,2})(?:(?<=[Tt]\\d\\d)|(?=:))"
            + "(?::(?<minute>\\d{1,2})(?::(?<second>\\d{1,2}))?)?"
            + "(?:(?:(?<=[Tt]\\d\\d)|(?<=[Tt]\\d\\d:\\d\\d)|(?<=:\\d{1,2}:\\d{1,2}))[.,](?<fraction>\\d{1,9}))?"
            + "(?:\\s*(?<half>[AaPp]\\.?[Mm]\\.?)(?![A-Za-z]))?";

    private static final String AFTER = "(?:\\s*" + ZONE + ")?(?:\\s*(?:\\([^()]*\\)|\\[[^\\[\\]]*\\]))?";
    private static final String THEN = "(?:(?:\\s*[Tt]\\s*|\\s*,?\\s+(?:at\\s+)?)" + CLOCK + AFTER + ")?";
    private static final String BASIC_CLOCK = "(?:[Tt ]?(?<hour>\\d{2})(?::?(?<minute>\\d{2})"
            + "(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)?(?<half>(?!))?(?<part>(?!))?\\s*(?:" + ZONE
            + ")?)?";
    private static final String WEEKDAY = "(?:[A-Za-z]{3,9}\\.?,?\\s+)?";
    private static final String MONTH = "(?<word>[A-Za-z]{3,9})\\.?";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> FULL_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** Every form, the commonest first; a text fits one at most. */
    static final List<DateForm> ALL = List.of(
            form("(?:\\+0{1,2})?(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})" + THEN),
            form(WEEKDAY + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH + ",?[\\s-]+(?<year>\\d{4}|\\d{2})"
                    + THEN),
            form(WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})" + THEN),
            form(WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})\\s+" + CLOCK + "(?:\\s+" + ZONE + ")?\\s+(?<year>\\d{4})"),
            form("(?<year>\\d{4})\\s*年\\s*(?<month>\\d{1,2})\\s*月(?:\\s*(?<day>\\d{1,2})\\s*[日号]?"
                    + "(?:\\s*[（(]?(?:星期|礼拜|周)[一二三四五六日天][）)]?)?(?:\\s*(?<part>" + PART
                    + ")?\\s*(?<hour>\\d{1,2})\\s*[:时点]\\s*(?:(?<minute>\\d{1,2})\\s*分?)?"
                    + "(?:\\s*:?\\s*(?<second>\\d{1,2})\\s*秒?)?(?<fraction>(?!))?(?<half>(?!))?(?:\\s*" + ZONE
                    + ")?)?)?"),
            form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + BASIC_CLOCK),
            form("(?<year>\\d{4})-?[Ww](?<week>\\d{2})(?:-?(?<weekday>[1-7]))?" + THEN),
            form("(?<year>\\d{4})-?(?<ordinal>\\d{3})" + THEN),
            form("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})" + THEN),
            form(MONTH + ",?\\s+(?<year>\\d{4})(?<hour>(?!))?"),
            form("(?<year>\\d{4})[-/](?<month>\\d{1,2})(?<hour>(?!))?"));

    private static DateForm form(String pattern) {
        return new DateForm(Pattern.compile(pattern));
    }

    /** The day that the text names; throws {@link DateTimeException} where no calendar has it. */
    LocalDate day(Matcher parts) {
        int year = year(parts.group("year"));
        if (has("week")) {
            int weekday = parts.group("weekday") == null ? 1 : Integer.parseInt(parts.group("weekday"));
            int week = Integer.parseInt(parts.group("week"));
            LocalDate first = LocalDate.of(year, 1, 4);
            if (week < 1
                    || week
                            > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                    .rangeRefinedBy(first)
                                    .getMaximum()) {
                throw new DateTimeException("no such week");
            }
            return first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(java.time.DayOfWeek.of(weekday));
        }
        if (has("ordinal")) {
            return LocalDate.ofYearDay(year, Integer.parseInt(parts.group("ordinal")));
        }
        int month = has("word") ? month(parts.group("word")) : Integer.parseInt(parts.group("month"));
        boolean monthAlone = !has("day") || parts.group("day") == null;
        return LocalDate.of(year, month, monthAlone ? 1 : Integer.parseInt(parts.group("day")));
    }

    /**
     * The time of that day; 24:00 is the midnight that ends it (ISO 8601-1, 5.3.2), a leap second the second before it.
     */
    static LocalDateTime time(Matcher parts, LocalDate day) {
        String half = parts.group("half") == null ? parts.group("part") : parts.group("half");
        int hour = hour(Integer.parseInt(parts.group("hour")), half);
        int minute = number(parts.group("minute"));
        int second = number(parts.group("second"));
        long fraction = fraction(parts);
        if (hour == 24 && minute + second + fraction == 0) {
            return day.plusDays(1).atStartOfDay();
        }
        boolean leap = minute == 59 && second == 60;
        return day.atTime(LocalTime.of(hour, minute, leap ? 59 : second)).plusNanos(fraction);
    }

    /** In nanoseconds; less than the part that it belongs to, the last that is written. */
    private static long fraction(Matcher parts) {
        if (parts.group("fraction") == null) {
            return 0;
        }
        long billionths = Long.parseLong((parts.group("fraction") + "000000000").substring(0, 9));
        return billionths * (parts.group("minute") == null ? 3600 : parts.group("second") == null ? 60 : 1);
    }

    private static int hour(int hour, String half) {
        if (half == null) {
            return hour;
        }
        boolean afternoon = "pP下晚傍".indexOf(half.charAt(0)) >= 0 || half.equals("中午") && hour < 11;
        boolean twelve = "aApP".indexOf(half.charAt(0)) >= 0 && (hour < 1 || hour > 12);
        if (twelve) {
            throw new DateTimeException("no such hour");
        }
        return hour >= 12 && (afternoon || hour > 12)
                ? hour
                : hour % 12 + (afternoon || half.equals("中午") && hour == 12 ? 12 : 0);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
    }

    private static int month(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(name.substring(0, 3));
        if (month < 0 || !FULL_MONTHS.get(month).startsWith(name) && !name.equals("sept")) {
            throw new DateTimeException("no such month");
        }
        return month + 1;
    }

    private boolean has(String group) {
        return pattern.pattern().contains("(?<" + group + ">");
    }
}
