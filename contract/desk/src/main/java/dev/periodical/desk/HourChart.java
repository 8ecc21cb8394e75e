package dev.periodical.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What happened hour by hour, drawn by the server: stacked bars with their numbers in a table beside them.
 *
 * @param width of the drawing, in its own units, as all that follows
 * @param peak the most in an hour
 */
public record HourChart(int width, int height, long peak, List<String> series, List<Bar> bars, List<Row> rows) {

    private static final int HOURS = 24;
    private static final int STEP = 20;
    private static final int BAR = 14;
    private static final int HEIGHT = 96;
    private static final int GROUND = 80;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH");
    private static final DateTimeFormatter HOUR_OF_DAY = DateTimeFormatter.ofPattern("MM-dd HH:00");

    /** @param series which, from 0; the style gives each its colour */
    public record Bar(int series, int x, int y, int width, int height) {}

    /**
     * An hour.
     *
     * @param tick what stands below the bar; empty for most
     * @param x the middle of the bar
     */
    public record Row(String hour, String machine, String tick, int x, List<Long> counts) {}

    /**
     * The last twenty-four hours, the present one last.
     *
     * @param series what is counted, in words
     * @param counted for each of them, how many by hour
     */
    public static HourChart of(List<String> series, List<Map<Instant, Long>> counted, Instant now, ZoneId zone) {
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        List<Instant> hours = IntStream.range(0, HOURS)
                .mapToObj(i -> last.minus(HOURS - 1L - i, ChronoUnit.HOURS))
                .toList();
        long peak = hours.stream()
                .mapToLong(hour -> counts(counted, hour).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            Instant hour = hours.get(i);
            List<Long> counts = counts(counted, hour);
            stack(bars, counts, i * STEP + (STEP - BAR) / 2, peak);
            rows.add(new Row(
                    HOUR_OF_DAY.format(hour.atZone(zone)),
                    hour.toString(),
                    i % 6 == 5 ? HOUR.format(hour.atZone(zone)) : "",
                    i * STEP + STEP / 2,
                    counts));
        }
        return new HourChart(HOURS * STEP, HEIGHT, peak, series, bars, rows);
    }

    private static List<Long> counts(List<Map<Instant, Long>> counted, Instant hour) {
        return counted.stream().map(one -> one.getOrDefault(hour, 0L)).toList();
    }

    /** What is not nothing is seen, however small beside the peak. */
    private static void stack(List<Bar> bars, List<Long> counts, int x, long peak) {
        int y = GROUND;
        for (int series = 0; series < counts.size(); series++) {
            long count = counts.get(series);
            if (count > 0) {
                int tall = (int) Math.max(2, Math.round((double) count * (GROUND - 4) / peak));
                y = Math.max(0, y - tall);
                bars.add(new Bar(series, x, y, BAR, tall));
            }
        }
    }

    /** Where the bars stand. */
    public int ground() {
        return GROUND;
    }
}
