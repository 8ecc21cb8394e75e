package dev.periodical.ingest.frontmatter;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Zones as dates name them: an offset, the names of RFC 822 (5.1), a few more that mean one thing, or a region. */
final class Zones {

    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("HKT", 8),
            Map.entry("JST", 9),
            Map.entry("KST", 9));

    private Zones() {}

    /**
     * The zone of this name; null for none.
     *
     * @throws DateTimeException for a name that means no zone
     */
    static ZoneId of(String name) {
        if (name == null) {
            return null;
        }
        Integer hours = HOURS.get(name.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        if (name.indexOf('/') > 0) {
            return ZoneId.of(name);
        }
        int sign = Math.max(name.indexOf('+'), name.indexOf('-'));
        if (sign < 0 || sign > 0 && !HOURS.containsKey(name.substring(0, sign).toUpperCase(Locale.ROOT))) {
            throw new DateTimeException("no such zone");
        }
        String digits = name.substring(sign + 1).replace(":", "");
        int hour = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minute = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        int direction = name.charAt(sign) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(direction * hour, direction * minute);
    }
}
