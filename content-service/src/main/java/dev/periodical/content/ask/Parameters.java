package dev.periodical.content.ask;

import dev.periodical.http.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request's parameters, read strictly: one that the call does not know, one given twice, or a value that can't be is 400 and
 * named, for a caller who misspells a filter would else get an answer to another question. An empty value is none.
 */
public final class Parameters {

    private static final int LONGEST = 500;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final MultivaluedMap<String, String> values;

    /** @param repeatable those of the known ones that may come more than once */
    public Parameters(MultivaluedMap<String, String> values, Set<String> known, Set<String> repeatable) {
        this.values = values;
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw Problems.badParameter(
                        name, "there is no such parameter; there are " + String.join(", ", new TreeSet<>(known)));
            }
            if (given.size() > 1 && !repeatable.contains(name)) {
                throw Problems.badParameter(name, "may be given once");
            }
            given.forEach(value -> check(name, value));
        });
    }

    private static void check(String name, String value) {
        if (value.length() > LONGEST) {
            throw Problems.badParameter(name, "at most " + LONGEST + " characters");
        }
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == 0xFFFD || Character.isSurrogate((char) c))
                && value.codePoints()
                        .anyMatch(c -> c < ' ' || c == 0x7F || c == 0xFFFD || c >= 0xD800 && c <= 0xDFFF)) {
            throw Problems.badParameter(name, "text in UTF-8 without control characters");
        }
    }

    public Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** One of these words. */
    public Optional<String> word(String name, List<String> allowed) {
        Optional<String> given = text(name);
        given.filter(value -> !allowed.contains(value)).ifPresent(value -> {
            throw Problems.badParameter(name, "one of " + String.join(", ", allowed) + ", not '" + value + "'");
        });
        return given;
    }

    /** Some of these words, separated by commas. */
    public Optional<Set<String>> words(String name, List<String> allowed) {
        return text(name).map(value -> {
            Set<String> words = new TreeSet<>(List.of(value.split(",")));
            words.stream().filter(word -> !allowed.contains(word)).findFirst().ifPresent(word -> {
                throw Problems.badParameter(
                        name, "some of " + String.join(",", allowed) + ", separated by commas; not '" + word + "'");
            });
            return words;
        });
    }

    /**
     * A moment, or a day in this zone.
     *
     * @param dayAfter whether a day means its end
     */
    public Optional<Instant> time(String name, ZoneId zone, boolean dayAfter) {
        return text(name).map(value -> {
            try {
                if (value.length() <= "2024-03-01".length()) {
                    LocalDate day = LocalDate.parse(value);
                    return bounded(dayAfter ? day.plusDays(1) : day)
                            .atStartOfDay(zone)
                            .toInstant();
                }
                OffsetDateTime moment = OffsetDateTime.parse(value.replace(' ', '+'));
                bounded(moment.toLocalDate());
                return moment.toInstant();
            } catch (DateTimeException e) {
                throw Problems.badParameter(
                        name, "a day as 2024-03-01 or a moment as 2024-03-01T08:00:00Z, not '" + value + "'");
            }
        });
    }

    private static LocalDate bounded(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return day;
    }
}
